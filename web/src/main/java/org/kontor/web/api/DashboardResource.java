package org.kontor.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.report.Dashboard;
import org.kontor.report.DashboardView;
import org.kontor.report.ReportPeriod;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;

/** How receivables stand today. */
@Path("/reports/dashboard")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
public class DashboardResource {

    @Inject
    Dashboard dashboard;

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
        List<FieldError> errors = new ArrayList<>();
        ReportPeriod named = PeriodFilter.named(period, errors).orElse(ReportPeriod.LAST_30_DAYS);
        Optional<Long> entity =
                AgingFilter.value("entityId", entityId, Long::valueOf, "Enter the id of a company entity.", errors);
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
        return dashboard.show(currency, named, entity);
    }
}
