package org.kontor.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.report.AgingBucket;
import org.kontor.report.AgingLine;
import org.kontor.report.AgingQuery;
import org.kontor.report.Dashboard;
import org.kontor.report.DashboardView;
import org.kontor.report.ReportPeriod;
import org.kontor.report.TrendPoint;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** How receivables stand today, in one currency: {@code currency} and {@code period} of the address. */
@Named("dashboardPage")
@RequestScoped
public class DashboardPage {

    /** Width of what charts are drawn in, in units of their view box. */
    private static final int WIDTH = 600;

    private static final int HEIGHT = 160;

    @Inject
    Dashboard dashboard;

    @Inject
    Texts texts;

    private String currency = "";
    private String period = "";
    private Optional<DashboardView> view = Optional.empty();

    /**
     * A part of a bar or a column of a chart.
     *
     * @param label what it is, for {@code title}
     * @param style class of its colour
     */
    public record Mark(double x, double y, double width, double height, String label, String style) {}

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
    public List<Mark> getAgingBar() {
        return getView().aging().map(line -> bar(line, WIDTH, 24)).orElse(List.of());
    }

    private List<Mark> bar(AgingLine line, double width, double height) {
        BigDecimal owed = getBuckets().stream()
                .map(key -> line.buckets().getOrDefault(key, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Mark> marks = new ArrayList<>();
        double x = 0;
        int n = 0;
        for (String key : getBuckets()) {
            double part = share(line.buckets().getOrDefault(key, BigDecimal.ZERO), owed) * width;
            if (part > 0) {
                marks.add(new Mark(x, 0, Math.max(1, part - 2), height, "", "k-age-" + n));
            }
            x += part;
            n++;
        }
        return marks;
    }

    /** Columns of what was past due, one for each point of the trend, its buckets on top of each other. */
    public List<Mark> getPastDueColumns() {
        List<TrendPoint> trend = getView().trend();
        BigDecimal most = trend.stream().map(TrendPoint::pastDue).reduce(BigDecimal.ONE, BigDecimal::max);
        double step = (double) WIDTH / Math.max(1, trend.size());
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < trend.size(); i++) {
            double y = HEIGHT;
            for (int n = 1; n < getBuckets().size(); n++) {
                String key = getBuckets().get(n);
                BigDecimal amount = trend.get(i).buckets().getOrDefault(key, BigDecimal.ZERO);
                double height = share(amount, most) * HEIGHT;
                y -= height;
                if (height > 0) {
                    marks.add(new Mark(i * step + step * 0.2, y, step * 0.6, height, "", "k-age-" + n));
                }
            }
        }
        return marks;
    }

    /** Points of the line of days sales outstanding, for {@code polyline}. */
    public String getDsoLine() {
        List<TrendPoint> trend = getView().trend();
        BigDecimal most = trend.stream().flatMap(p -> p.dso().stream()).reduce(BigDecimal.ONE, BigDecimal::max);
        double step = (double) WIDTH / Math.max(1, trend.size());
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < trend.size(); i++) {
            double x = i * step + step / 2;
            trend.get(i)
                    .dso()
                    .ifPresent(dso -> points.append(rounded(x))
                            .append(',')
                            .append(rounded(HEIGHT - share(dso, most) * (HEIGHT - 10)))
                            .append(' '));
        }
        return points.toString().strip();
    }

    private static double share(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0
                ? 0
                : part.divide(whole, 6, RoundingMode.HALF_UP).doubleValue();
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** Address of the aging page with the items of a column. */
    public String items(String column) {
        return PageAddress.of("/aging.xhtml")
                .with("currency", getView().currency())
                .with("items", column)
                .toString();
    }

    /** Address of the aging page with the items of a customer. */
    public String itemsOf(AgingLine line, String column) {
        return PageAddress.of("/aging.xhtml")
                .with("currency", line.currency())
                .with("customer", line.id().map(String::valueOf).orElse(""))
                .with("items", column)
                .toString();
    }

    /** Address of the aging as of a day of the trend. */
    public String agingOn(TrendPoint point) {
        return PageAddress.of("/aging.xhtml")
                .with("currency", getView().currency())
                .with("asOf", point.day().toString())
                .toString();
    }

    /** Address of this page in another currency. */
    public String in(String code) {
        return PageAddress.of("/dashboard.xhtml")
                .with("currency", code)
                .with("period", period)
                .toString();
    }

    /**
     * A measure of the period.
     *
     * @param name what it is called
     * @param value its value in words
     */
    public record Measure(String name, String value) {}

    /** The measures of the period. */
    public List<Measure> getMeasures() {
        return getView()
                .figures()
                .map(f -> List.of(
                        measure("dso", f.dso()),
                        measure("countBack", f.countBackDso()),
                        measure("bestPossible", f.bestPossibleDso()),
                        measure("addPortfolio", f.addPortfolio()),
                        measure("addInvoices", f.addInvoices()),
                        measure("cei", f.cei()),
                        measure("turnover", f.turnover())))
                .orElse(List.of());
    }

    private Measure measure(String key, Optional<BigDecimal> value) {
        return new Measure(
                texts.of("dashboard." + key), value.map(texts::amount).orElseGet(() -> texts.of("dashboard.notKnown")));
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
        return texts.of("dashboard.percent", rounded(share(amount, getView().open()) * 100));
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
