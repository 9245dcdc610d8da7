package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.report.AgingBucket;
import org.kontor.report.AgingQuery;
import org.kontor.report.Dashboard;
import org.kontor.report.DashboardExport;
import org.kontor.report.DashboardTable;
import org.kontor.report.DashboardView;
import org.kontor.report.KeyFigures;
import org.kontor.report.ReportPeriod;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/** How receivables stand today, in one currency: {@code currency} and {@code period} of the address. */
@Named("dashboardPage")
@ViewScoped
public class DashboardPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Dashboard dashboard;

    @Inject
    DashboardExport export;

    @Inject
    Texts texts;

    private String currency = "";
    private String period = "";
    private Optional<DashboardView> view = Optional.empty();

    /** Fetches the figures; called once when the page is opened. */
    public void open() {
        view = Optional.of(dashboard.show(currency, chosen(), Optional.empty()));
    }

    private ReportPeriod chosen() {
        for (ReportPeriod each : ReportPeriod.values()) {
            if (each.name().equals(period)) {
                return each;
            }
        }
        return ReportPeriod.LAST_30_DAYS;
    }

    /** The figures. */
    public DashboardView getView() {
        return view.orElseThrow(() -> new AppException(ErrorKind.BUG, "PAGE_NOT_OPENED", "The page was not opened."));
    }

    /** Keys of the buckets. */
    public List<String> getBuckets() {
        return AgingBucket.between(AgingQuery.USUAL_BOUNDS).stream()
                .map(AgingBucket::key)
                .toList();
    }

    /** The bar of what is owed by age. */
    public List<DashboardCharts.Mark> getAgingBar() {
        return charts().agingBar();
    }

    /** Columns of what was past due, one for each point of the trend, its buckets on top of each other. */
    public List<DashboardCharts.Mark> getPastDueColumns() {
        return charts().pastDueColumns();
    }

    /** Points of the line of days sales outstanding, for {@code polyline}. */
    public String getDsoLine() {
        return charts().dsoLine();
    }

    /** The same points, to be followed. */
    public List<DashboardCharts.Mark> getDsoPoints() {
        return charts().dsoPoints();
    }

    private DashboardCharts charts() {
        return new DashboardCharts(getView(), texts, links());
    }

    private DashboardLinks links() {
        return new DashboardLinks(getView(), period);
    }

    /** Addresses of the rows behind the figures. */
    public DashboardLinks getTo() {
        return links();
    }

    /**
     * A measure of the period.
     *
     * @param name what it is called
     * @param value its value in words
     * @param rows address of the rows whose sum it is; empty for a ratio
     * @param madeOf what a ratio is made of
     */
    public record Measure(String name, String value, String rows, List<Measure> madeOf) {}

    /** The measures of the period. */
    public List<Measure> getMeasures() {
        return getView()
                .figures()
                .map(f -> f.measures().entrySet().stream()
                        .map(e -> measure(f, e.getKey()))
                        .toList())
                .orElse(List.of());
    }

    private Measure measure(KeyFigures figures, String key) {
        List<Measure> parts = links().madeOf(key).entrySet().stream()
                .map(part -> new Measure(texts.of("dashboard." + part.getKey()), "", part.getValue(), List.of()))
                .toList();
        return new Measure(
                texts.of("dashboard." + key),
                figures.measures()
                        .getOrDefault(key, Optional.empty())
                        .map(texts::amount)
                        .orElseGet(() -> texts.of("dashboard.notKnown")),
                links().rows(key),
                parts);
    }

    /** A table as a file. */
    public StreamedContent file(String name) {
        DashboardTable table = DashboardTable.valueOf(name);
        DashboardView taken = export.begin(table, currency, chosen(), Optional.empty());
        return DefaultStreamedContent.builder()
                .name("dashboard-" + name.toLowerCase(Locale.ROOT) + ".csv")
                .contentType("text/csv; charset=UTF-8")
                .writer(out -> export.write(table, taken, out))
                .build();
    }

    /** What a column is called. */
    public String heading(String key) {
        return texts.agingColumn(key);
    }

    /** Periods that can be chosen. */
    public ReportPeriod[] getPeriods() {
        return ReportPeriod.values();
    }

    /** The period that is shown. */
    public String getChosenPeriod() {
        return chosen().name();
    }

    /** Share of an amount in what is open, as text. */
    public String percent(BigDecimal amount) {
        return texts.of(
                "dashboard.percent", DashboardCharts.percent(amount, getView().open()));
    }

    /** ISO 4217 code; empty for the one with most open items. */
    public String getCurrency() {
        return currency;
    }

    /** Sets the currency. */
    public void setCurrency(@Nullable String value) {
        currency = value == null ? "" : value.strip();
    }

    /** Name of a period; empty for the last 30 days. */
    public String getPeriod() {
        return period;
    }

    /** Sets the period; one that is not known is the last 30 days. */
    public void setPeriod(@Nullable String value) {
        period = value == null ? "" : value;
    }
}
