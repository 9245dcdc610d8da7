package org.kontor.report;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.access.AccessLog;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.CsvFile;
import org.kontor.shared.Cursor;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** The invoices behind the figures of a period: their sum is the figure. */
@Stateless
public class FigureRows {

    private static final List<String> COLUMNS = List.of(
            "Number", "CustomerId", "Customer", "Currency", "Day", "DueDate", "DaysLate", "Amount", "Settled", "Open");

    @Inject
    AgingRepository repository;

    @Inject
    AccessLog log;

    /**
     * A piece of the list, by day.
     *
     * @throws AppException {@link ErrorKind#INVALID} for what is no period or no currency
     */
    @Requires(Permission.READ_RECEIVABLE)
    public Page<FigureRow> list(FigureQuery query, PageRequest page) {
        check(query);
        String list = "figureRows|" + query;
        Optional<List<String>> after = Cursor.decode(list, page.cursor());
        FigureSource source = new FigureSource(query);
        List<FigureRow> found = repository.all(source.rows(after, Optional.of(page.limit() + 1)), source::read);
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        FigureRow last = found.get(page.limit() - 1);
        return new Page<>(
                found.subList(0, page.limit()),
                Optional.of(Cursor.encode(list, last.day().toString(), Long.toString(last.key()))));
    }

    /**
     * What the whole list comes to, by currency.
     *
     * @throws AppException as of {@link #list}
     */
    @Requires(Permission.READ_RECEIVABLE)
    public List<FigureSum> sums(FigureQuery query) {
        check(query);
        return repository.all(new FigureSource(query).sums(), FigureSource::sum);
    }

    /**
     * Writes down who takes the list out, before its first line leaves.
     *
     * @throws AppException as of {@link #list}
     */
    @Requires(Permission.EXPORT_RECEIVABLE)
    public void begin(FigureQuery query) {
        check(query);
        log.write(
                "receivable.exported",
                "invoices behind figures: " + query.kind().name().toLowerCase(Locale.ROOT) + " "
                        + query.days().from() + " to " + query.days().to()
                        + (query.currency().isEmpty() ? "" : " in " + query.currency())
                        + query.entityId().map(id -> ", company entity " + id).orElse(""));
    }

    /**
     * Writes the whole list as CSV with a header row. Call {@link #begin} before.
     *
     * @param out gets the bytes as they come; not closed
     */
    @Requires(Permission.EXPORT_RECEIVABLE)
    public void write(FigureQuery query, OutputStream out) {
        check(query);
        FigureSource source = new FigureSource(query);
        CsvFile.write(
                out,
                COLUMNS,
                csv -> repository.each(
                        source.rows(Optional.empty(), Optional.empty()), source::read, row -> csv.accept(cells(row))));
    }

    private static List<String> cells(FigureRow row) {
        return List.of(
                row.number(),
                Long.toString(row.customerId()),
                row.customerName(),
                row.currency(),
                row.day().toString(),
                row.dueDate().toString(),
                Long.toString(row.daysLate()),
                row.amount().toPlainString(),
                row.settled().toPlainString(),
                row.open().toPlainString());
    }

    private static void check(FigureQuery query) {
        Performance.check(query.days());
        AgingRules.check(AgingQuery.by(AgingGroup.NONE).in(query.currency()));
    }
}
