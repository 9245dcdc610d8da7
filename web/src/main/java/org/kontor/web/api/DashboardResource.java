package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.report.Dashboard;
import org.kontor.report.DashboardExport;
import org.kontor.report.DashboardTable;
import org.kontor.report.DashboardView;
import org.kontor.report.ReportPeriod;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;

/** How receivables stand today. */
@Path("/reports/dashboard")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
public class DashboardResource {

    private static final String TABLES = "Choose AGING, CASH, INVOICES, TREND, FIGURES or TOP.";

    @Inject
    Dashboard dashboard;

    @Inject
    DashboardExport export;

    /** The figures. */
    @GET
    @Operation(
            summary = "Shows how receivables stand today, in one currency",
            description =
                    "What is open and past due, by age; invoices of the period and what of them is open; what falls"
                            + " due by the end of this month, quarter and year; the ten largest balances; measures and"
                            + " trend of the period. currency: the one with most open items when nothing is said. period:"
                            + " LAST_30_DAYS (when nothing is said), THIS_MONTH, THIS_QUARTER, THIS_YEAR, LAST_MONTH,"
                            + " LAST_QUARTER, LAST_YEAR. entityId narrows it.")
    public DashboardView show(
            @QueryParam("currency") @DefaultValue("") String currency,
            @QueryParam("period") @DefaultValue("") String period,
            @QueryParam("entityId") @DefaultValue("") String entityId) {
        Wanted wanted = wanted(period, entityId, "");
        return dashboard.show(currency, wanted.period(), wanted.entityId());
    }

    /** A table as a file. */
    @GET
    @Path("export.csv")
    @Produces("text/csv")
    @Operation(
            summary = "Downloads a table of the dashboard as CSV",
            description =
                    "table: AGING (when nothing is said), CASH, INVOICES, TREND, FIGURES or TOP; the other parameters are those of the"
                            + " dashboard. Needs export:receivable.")
    public Response export(
            @QueryParam("table") @DefaultValue("AGING") String table,
            @QueryParam("currency") @DefaultValue("") String currency,
            @QueryParam("period") @DefaultValue("") String period,
            @QueryParam("entityId") @DefaultValue("") String entityId) {
        Wanted wanted = wanted(period, entityId, table);
        DashboardTable chosen = wanted.table();
        DashboardView shown = export.begin(chosen, currency, wanted.period(), wanted.entityId());
        return CsvDownload.of(
                "dashboard-" + chosen.name().toLowerCase(Locale.ROOT) + ".csv",
                out -> export.write(chosen, shown, out));
    }

    private record Wanted(ReportPeriod period, Optional<Long> entityId, DashboardTable table) {}

    private static Wanted wanted(String period, String entityId, String table) {
        List<FieldError> errors = new ArrayList<>();
        ReportPeriod named = PeriodFilter.named(period, errors).orElse(ReportPeriod.LAST_30_DAYS);
        Optional<Long> entity =
                AgingFilter.value("entityId", entityId, Long::valueOf, "Enter the id of a company entity.", errors);
        DashboardTable chosen = AgingFilter.value("table", table, DashboardTable::valueOf, TABLES, errors)
                .orElse(DashboardTable.AGING);
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
        return new Wanted(named, entity, chosen);
    }
}
