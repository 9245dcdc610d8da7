package org.kontor.web.page;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kontor.report.AgingBucket;
import org.kontor.report.AgingLine;
import org.kontor.report.DashboardView;
import org.kontor.report.FigureKind;
import org.kontor.report.TrendPoint;

/** Where each number of the dashboard leads: to a list of exactly the rows that it is the sum of. */
public final class DashboardLinks {

    private static final int SALES_DAYS = 90;
    private static final int COUNT_BACK_MONTHS = 36;

    private final DashboardView view;
    private final String period;

    DashboardLinks(DashboardView view, String period) {
        this.view = view;
        this.period = period;
    }

    /** Open items of a column. */
    public String items(String column) {
        return aging().with("items", column).toString();
    }

    /** Open items that fall due from today to a day. */
    public String dueUntil(LocalDate day) {
        return aging().with("items", "current").with("until", day.toString()).toString();
    }

    /** Open items of a customer. */
    public String itemsOf(AgingLine line, String column) {
        return aging().with("customer", line.id().map(String::valueOf).orElse(""))
                .with("items", column)
                .toString();
    }

    /** The aging as of a day of the trend. */
    public String agingOn(TrendPoint point) {
        return aging().with("asOf", point.day().toString()).toString();
    }

    /** Items that were open on a day of the trend. */
    public String itemsOn(TrendPoint point, String column) {
        return on(point.day(), column);
    }

    /** The sales that days sales outstanding of a day of the trend rest on. */
    public String salesBefore(TrendPoint point) {
        return invoices(FigureKind.SALES, point.day().minusDays(SALES_DAYS - 1L), point.day());
    }

    /** Invoices issued in the period. */
    public String getIssued() {
        return invoices(FigureKind.ISSUED, view.from(), view.to());
    }

    /** This page in another currency. */
    public String in(String code) {
        return PageAddress.of("/dashboard.xhtml")
                .with("currency", code)
                .with("period", period)
                .toString();
    }

    /** The rows whose sum a measure is; empty for a ratio. */
    String rows(String measure) {
        return switch (measure) {
            case "opening" -> on(view.from().minusDays(1), AgingBucket.OWED);
            case "closing" -> on(view.to(), AgingBucket.OWED);
            case "notDue" -> on(view.to(), "current");
            case "pastDue" -> on(view.to(), AgingBucket.PAST_DUE);
            case "sales" -> invoices(FigureKind.SALES, view.from(), view.to());
            case "salesBefore" ->
                invoices(FigureKind.SALES, view.to().withDayOfMonth(1).minusMonths(COUNT_BACK_MONTHS - 1L), view.to());
            case "settled" -> invoices(FigureKind.SETTLED, view.from(), view.to());
            default -> "";
        };
    }

    /** What a ratio is made of, with the rows of each. */
    Map<String, String> madeOf(String measure) {
        List<String> parts = switch (measure) {
            case "dso" -> List.of("closing", "sales");
            case "countBackDso" -> List.of("closing", "salesBefore");
            case "bestPossibleDso" -> List.of("notDue", "sales");
            case "addPortfolio" -> List.of("pastDue", "sales");
            case "addInvoices" -> List.of("settled");
            case "cei" -> List.of("opening", "sales", "closing", "notDue");
            case "turnover" -> List.of("opening", "closing", "sales");
            default -> List.of();
        };
        Map<String, String> made = new LinkedHashMap<>();
        parts.forEach(part -> made.put(part, rows(part)));
        return made;
    }

    private String on(LocalDate day, String column) {
        return aging().with("asOf", day.toString()).with("items", column).toString();
    }

    private String invoices(FigureKind kind, LocalDate from, LocalDate to) {
        return PageAddress.of("/figure-rows.xhtml")
                .with("kind", kind.name())
                .with("currency", view.currency())
                .with("from", from.toString())
                .with("to", to.toString())
                .toString();
    }

    private PageAddress aging() {
        return PageAddress.of("/aging.xhtml").with("currency", view.currency());
    }
}
