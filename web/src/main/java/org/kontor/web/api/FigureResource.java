package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.report.KeyFigures;
import org.kontor.report.Performance;
import org.kontor.report.ReportPeriod.Days;
import org.kontor.shared.Page;

/** How well receivables are collected. */
@Path("/reports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
public class FigureResource {

    private static final String PERIOD =
            " One item for each currency. from and to: days, both included; or period: LAST_30_DAYS (when nothing is"
                    + " said), THIS_MONTH, THIS_QUARTER, THIS_YEAR, LAST_MONTH, LAST_QUARTER, LAST_YEAR. entityId narrows"
                    + " it.";

    @Inject
    Performance performance;

    /**
     * Days sales outstanding.
     *
     * @param currency ISO 4217 code
     * @param from first day
     * @param to last day
     * @param days how many they are
     * @param receivables owed at the end
     * @param notDue what of it was not yet due
     * @param creditSales invoices issued less those voided
     * @param dso receivables / sales × days
     * @param countBackDso by counting back through months
     * @param bestPossibleDso not yet due / sales × days
     * @param turnover sales / mean receivables
     */
    public record DsoFigures(
            String currency,
            LocalDate from,
            LocalDate to,
            int days,
            BigDecimal receivables,
            BigDecimal notDue,
            BigDecimal creditSales,
            Optional<BigDecimal> dso,
            Optional<BigDecimal> countBackDso,
            Optional<BigDecimal> bestPossibleDso,
            Optional<BigDecimal> turnover) {}

    /**
     * Collection effectiveness.
     *
     * @param currency ISO 4217 code
     * @param from first day
     * @param to last day
     * @param openingReceivables owed before the first day
     * @param creditSales invoices issued less those voided
     * @param closingReceivables owed at the end
     * @param notDue what of it was not yet due
     * @param cei percent
     */
    public record CeiFigures(
            String currency,
            LocalDate from,
            LocalDate to,
            BigDecimal openingReceivables,
            BigDecimal creditSales,
            BigDecimal closingReceivables,
            BigDecimal notDue,
            Optional<BigDecimal> cei) {}

    /**
     * Average days delinquent, two numbers of one name.
     *
     * @param currency ISO 4217 code
     * @param from first day
     * @param to last day
     * @param addPortfolio DSO less best possible DSO
     * @param addInvoices mean days late of the invoices paid, weighted by amount
     * @param invoicesPaid how many these are
     */
    public record AddFigures(
            String currency,
            LocalDate from,
            LocalDate to,
            Optional<BigDecimal> addPortfolio,
            Optional<BigDecimal> addInvoices,
            long invoicesPaid) {}

    /** DSO. */
    @GET
    @Path("dso")
    @Operation(
            summary = "Days sales outstanding: simple, by counting back, best possible; turnover",
            description = "Receivables are what is owed; unapplied money is not taken off." + PERIOD)
    public Page<DsoFigures> dso(@BeanParam PeriodFilter filter) {
        return page(
                filter,
                days -> f -> new DsoFigures(
                        f.currency(),
                        days.from(),
                        days.to(),
                        f.days(),
                        f.closing(),
                        f.notDue(),
                        f.sales(),
                        f.dso(),
                        f.countBackDso(),
                        f.bestPossibleDso(),
                        f.turnover()));
    }

    /** CEI. */
    @GET
    @Path("cei")
    @Operation(
            summary = "Collection effectiveness index",
            description = "(opening + sales − closing) / (opening + sales − not yet due) × 100." + PERIOD)
    public Page<CeiFigures> cei(@BeanParam PeriodFilter filter) {
        return page(
                filter,
                days -> f -> new CeiFigures(
                        f.currency(),
                        days.from(),
                        days.to(),
                        f.opening(),
                        f.sales(),
                        f.closing(),
                        f.notDue(),
                        f.cei()));
    }

    /** ADD. */
    @GET
    @Path("add")
    @Operation(
            summary = "Average days delinquent: of the portfolio, and of the invoices paid",
            description =
                    "addPortfolio is DSO less best possible DSO; addInvoices is the mean of days late, weighted by"
                            + " amount."
                            + PERIOD)
    public Page<AddFigures> add(@BeanParam PeriodFilter filter) {
        return page(
                filter,
                days -> f -> new AddFigures(
                        f.currency(), days.from(), days.to(), f.addPortfolio(), f.addInvoices(), f.invoicesPaid()));
    }

    private <T> Page<T> page(PeriodFilter filter, Function<Days, Function<KeyFigures, T>> shape) {
        PeriodFilter.Wanted wanted = filter.wanted();
        Days days = wanted.days().orElseGet(() -> performance.days(wanted.period(), wanted.entityId()));
        List<KeyFigures> figures = performance.figures(days.from(), days.to(), wanted.entityId());
        return new Page<>(figures.stream().map(shape.apply(days)).toList(), Optional.empty());
    }
}
