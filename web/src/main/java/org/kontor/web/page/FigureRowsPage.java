package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.access.Permission;
import org.kontor.report.FigureKind;
import org.kontor.report.FigureQuery;
import org.kontor.report.FigureRow;
import org.kontor.report.FigureRows;
import org.kontor.report.FigureSum;
import org.kontor.report.Performance;
import org.kontor.report.ReportPeriod;
import org.kontor.report.ReportPeriod.Days;
import org.kontor.shared.AppException;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/** The invoices behind a figure of a period; {@code kind}, {@code from}, {@code to} and {@code currency} stand in the address. */
@Named("figureRowsPage")
@ViewScoped
public class FigureRowsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    FigureRows rows;

    @Inject
    Performance performance;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    private final AddressValues address = new AddressValues("figureRows.wrong.");
    private List<FigureSum> sums = List.of();
    private Page<FigureRow> shown = new Page<>(List.of(), Optional.empty());

    /** Fetches the list; called once when the page is opened. */
    public void open() {
        shell.require(Permission.READ_RECEIVABLE);
        try {
            sums = rows.sums(query());
            shown = rows.list(query(), PageRequest.first());
        } catch (AppException e) {
            if (e.errors().isEmpty()) {
                throw e;
            }
            e.errors().forEach(error -> address.wrong().add(texts.say(error.message())));
        }
    }

    /** Shows the next piece below those on the page. */
    public void more() {
        shown.nextCursor().ifPresent(cursor -> {
            Page<FigureRow> next = rows.list(query(), new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
            shown = new Page<>(
                    Stream.concat(shown.items().stream(), next.items().stream()).toList(), next.nextCursor());
        });
    }

    /** The list of the page as a file. */
    public StreamedContent getFile() {
        FigureQuery wanted = query();
        rows.begin(wanted);
        return DefaultStreamedContent.builder()
                .name("invoices-of-figures.csv")
                .contentType("text/csv; charset=UTF-8")
                .writer(out -> rows.write(wanted, out))
                .build();
    }

    private FigureQuery query() {
        Days usual = performance.days(ReportPeriod.LAST_30_DAYS, Optional.empty());
        return new FigureQuery(
                getKind(),
                new Days(
                        address.read("from", texts, LocalDate::parse).orElse(usual.from()),
                        address.read("to", texts, LocalDate::parse).orElse(usual.to())),
                address.value("currency"),
                Optional.empty());
    }

    /** What the rows are. */
    public FigureKind getKind() {
        return address.read("kind", texts, FigureKind::valueOf).orElse(FigureKind.SALES);
    }

    /** Kinds to choose from. */
    public FigureKind[] getKinds() {
        return FigureKind.values();
    }

    /** First and last day, in words. */
    public String getDays() {
        Days days = query().days();
        return texts.of("dashboard.days", texts.date(days.from()), texts.date(days.to()));
    }

    /** Rows on the page. */
    public List<FigureRow> getShown() {
        return shown.items();
    }

    /** What all rows come to, by currency. */
    public List<FigureSum> getSums() {
        return sums;
    }

    /** Whether there are more. */
    public boolean isMore() {
        return shown.nextCursor().isPresent();
    }

    /** The parameters of the address. */
    public Map<String, String> getValues() {
        return address.all();
    }

    /** What of the address could not be understood. */
    public List<String> getWrong() {
        return address.wrong();
    }
}
