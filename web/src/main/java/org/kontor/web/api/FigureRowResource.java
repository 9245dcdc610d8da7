package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.report.FigureKind;
import org.kontor.report.FigureQuery;
import org.kontor.report.FigureRow;
import org.kontor.report.FigureRows;
import org.kontor.report.FigureSum;
import org.kontor.report.Performance;
import org.kontor.report.ReportPeriod.Days;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;
import org.kontor.shared.Page;

/** The invoices behind the figures of a period. */
@Path("/reports/figure-rows")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
public class FigureRowResource {

    private static final String KINDS = "Choose SALES, ISSUED or SETTLED.";
    private static final String WHICH =
            "kind: SALES (when nothing is said: issued in the period and, with a minus, voided in it), ISSUED (and not voided until now), or"
                    + " SETTLED (wholly, in the period). from and to, or period, entityId as of the figures; currency"
                    + " narrows it.";

    @Inject
    FigureRows rows;

    @Inject
    Performance performance;

    /** The rows. */
    @GET
    @Operation(summary = "Lists the invoices behind figures of a period, by day", description = WHICH)
    public Page<FigureRow> list(
            @QueryParam("kind") @DefaultValue("SALES") String kind,
            @QueryParam("currency") @DefaultValue("") String currency,
            @BeanParam PeriodFilter filter,
            @BeanParam Paging paging) {
        return rows.list(query(kind, currency, filter), paging.request());
    }

    /** Their sums. */
    @GET
    @Path("sums")
    @Operation(
            summary = "Adds up the invoices behind figures of a period, by currency",
            description = WHICH + " daysLate is a mean weighted by amount.")
    public Page<FigureSum> sums(
            @QueryParam("kind") @DefaultValue("SALES") String kind,
            @QueryParam("currency") @DefaultValue("") String currency,
            @BeanParam PeriodFilter filter) {
        return new Page<>(rows.sums(query(kind, currency, filter)), Optional.empty());
    }

    /** The rows as a file. */
    @GET
    @Path("export.csv")
    @Produces("text/csv")
    @Operation(
            summary = "Downloads the invoices behind figures of a period as CSV",
            description = WHICH + " Needs export:receivable.")
    public Response export(
            @QueryParam("kind") @DefaultValue("SALES") String kind,
            @QueryParam("currency") @DefaultValue("") String currency,
            @BeanParam PeriodFilter filter) {
        FigureQuery query = query(kind, currency, filter);
        rows.begin(query);
        return CsvDownload.of("invoices-of-figures.csv", out -> rows.write(query, out));
    }

    private FigureQuery query(String kind, String currency, PeriodFilter filter) {
        List<FieldError> errors = new ArrayList<>();
        FigureKind chosen = AgingFilter.value("kind", kind, FigureKind::valueOf, KINDS, errors)
                .orElse(FigureKind.SALES);
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
        PeriodFilter.Wanted wanted = filter.wanted();
        Days days = wanted.days().orElseGet(() -> performance.days(wanted.period(), wanted.entityId()));
        return new FigureQuery(chosen, days, currency, wanted.entityId());
    }
}
