package org.kontor.report;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.access.AccessLog;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.CsvFile;
import org.kontor.shared.ErrorKind;

/** Tables of the dashboard as CSV: RFC 4180 in UTF-8, formulas made harmless. */
@Stateless
public class DashboardExport {

    @Inject
    Dashboard dashboard;

    @Inject
    AccessLog log;

    /**
     * Writes down who takes which table out, before it leaves.
     *
     * @return what {@link #write} writes
     * @throws AppException {@link ErrorKind#INVALID} for what is no currency
     */
    @Requires(Permission.EXPORT_RECEIVABLE)
    public DashboardView begin(DashboardTable table, String currency, ReportPeriod period, Optional<Long> entityId) {
        DashboardView shown = dashboard.show(currency, period, entityId);
        log.write(
                "receivable.exported",
                "dashboard, " + table.name().toLowerCase(Locale.ROOT) + " as of " + shown.asOf()
                        + entityId.map(id -> ", company entity " + id).orElse(""));
        return shown;
    }

    /**
     * Writes a table with a header row.
     *
     * @param out gets the bytes as they come; not closed
     */
    @Requires(Permission.EXPORT_RECEIVABLE)
    public void write(DashboardTable table, DashboardView shown, OutputStream out) {
        CsvFile.write(out, header(table), csv -> rows(table, shown, csv));
    }

    private static List<String> header(DashboardTable table) {
        return switch (table) {
            case AGING -> List.of("Currency", "Age", "Amount", "Items");
            case CASH -> List.of("Currency", "Span", "Until", "Amount", "Items");
            case INVOICES -> List.of("Currency", "From", "To", "Invoiced", "Settled", "Outstanding");
            case FIGURES -> List.of("Currency", "From", "To", "Measure", "Value");
            case TREND -> withBuckets(List.of("Currency", "Day"), List.of("PastDue", "DSO"));
            case TOP ->
                withBuckets(
                        List.of("Currency", "CustomerId", "Customer", "AccountNumber"),
                        List.of(AgingBucket.UNAPPLIED, AgingBucket.TOTAL));
        };
    }

    private static List<String> withBuckets(List<String> before, List<String> after) {
        List<String> columns = new ArrayList<>(before);
        AgingBucket.between(AgingQuery.USUAL_BOUNDS).forEach(b -> columns.add(b.key()));
        columns.addAll(after);
        return columns;
    }

    private static void rows(DashboardTable table, DashboardView shown, Consumer<List<String>> csv) {
        String currency = shown.currency();
        String from = shown.from().toString();
        String to = shown.to().toString();
        switch (table) {
            case AGING ->
                shown.aging()
                        .ifPresent(line -> line.buckets()
                                .forEach((key, amount) -> csv.accept(List.of(
                                        currency,
                                        key,
                                        amount.toPlainString(),
                                        line.items().containsKey(key)
                                                ? String.valueOf(line.items().get(key))
                                                : ""))));
            case CASH -> {
                csv.accept(List.of(
                        currency,
                        "PAST_DUE",
                        shown.asOf().minusDays(1).toString(),
                        shown.pastDue().toPlainString(),
                        Long.toString(shown.pastDueItems())));
                shown.cash()
                        .forEach(step -> csv.accept(List.of(
                                currency,
                                step.span(),
                                step.until().toString(),
                                step.amount().toPlainString(),
                                Long.toString(step.items()))));
            }
            case INVOICES ->
                csv.accept(List.of(
                        currency,
                        from,
                        to,
                        shown.invoiced().toPlainString(),
                        shown.invoicedPaid().toPlainString(),
                        shown.invoicedOpen().toPlainString()));
            case FIGURES ->
                shown.figures()
                        .ifPresent(f -> f.measures()
                                .forEach((name, value) -> csv.accept(List.of(
                                        currency,
                                        from,
                                        to,
                                        name,
                                        value.map(BigDecimal::toPlainString).orElse("")))));
            case TREND ->
                shown.trend().forEach(point -> {
                    List<String> cells =
                            new ArrayList<>(List.of(currency, point.day().toString()));
                    point.buckets().values().forEach(amount -> cells.add(amount.toPlainString()));
                    cells.add(point.pastDue().toPlainString());
                    cells.add(point.dso().map(BigDecimal::toPlainString).orElse(""));
                    csv.accept(cells);
                });
            case TOP ->
                shown.top().forEach(line -> {
                    List<String> cells = new ArrayList<>(List.of(
                            currency, line.id().map(String::valueOf).orElse(""), line.name(), line.accountNumber()));
                    line.buckets().values().forEach(amount -> cells.add(amount.toPlainString()));
                    csv.accept(cells);
                });
        }
    }
}
