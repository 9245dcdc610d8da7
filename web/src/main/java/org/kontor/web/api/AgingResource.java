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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.report.Aging;
import org.kontor.report.AgingExport;
import org.kontor.report.AgingItem;
import org.kontor.report.AgingQuery;
import org.kontor.report.AgingReport;
import org.kontor.shared.Page;

/** What is owed, by age. */
@Path("/reports/aging")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
public class AgingResource {

    @Inject
    Aging aging;

    @Inject
    AgingExport export;

    /** The lines; see {@link AgingFilter} for its parameters. */
    @GET
    @Operation(
            summary = "Shows what is owed by age, as of any day and as known at any instant",
            description =
                    "One line for each currency and customer (groupBy=CUSTOMER), customer with those below (TREE),"
                            + " company entity (ENTITY), billing owner (OWNER), or for everything (NONE), by currency, in"
                            + " it the largest total first. asOf: a day; today when nothing is said. knownAt: an instant;"
                            + " what was recorded later does not count. basis: DUE_DATE or INVOICE_DATE. buckets: last"
                            + " days of the buckets, 30,60,90 when nothing is said. Narrowed by customerId"
                            + " (withChildren=true counts those below), entityId, currency, owner, until (the last day from"
                            + " which age counts). unapplied is a minus;"
                            + " total is the balance of the ledger.")
    public AgingReport report(@BeanParam AgingFilter filter, @BeanParam Paging paging) {
        return aging.report(filter.query(), paging.request());
    }

    /** The items behind it. */
    @GET
    @Path("items")
    @Operation(
            summary = "Lists the open items behind an aging report, the oldest first",
            description =
                    "The parameters of the report, and bucket: current, d1_30 and so on, unapplied, owed for all that"
                            + " is owed, or pastDue for all that is past due.")
    public Page<AgingItem> items(
            @BeanParam AgingFilter filter,
            @QueryParam("bucket") @DefaultValue("") String bucket,
            @BeanParam Paging paging) {
        return aging.items(filter.query(), bucket, paging.request());
    }

    /** The lines as a file. */
    @GET
    @Path("export.csv")
    @Produces("text/csv")
    @Operation(summary = "Downloads an aging report as CSV", description = "All its lines. Needs export:receivable.")
    public Response export(@BeanParam AgingFilter filter) {
        AgingQuery query = filter.query();
        export.begin(query);
        return CsvDownload.of("aging.csv", out -> export.writeLines(query, out));
    }

    /** The items as a file. */
    @GET
    @Path("items/export.csv")
    @Produces("text/csv")
    @Operation(
            summary = "Downloads the open items behind an aging report as CSV",
            description = "All of them, with the same parameters as the list. Needs export:receivable.")
    public Response exportItems(@BeanParam AgingFilter filter, @QueryParam("bucket") @DefaultValue("") String bucket) {
        AgingQuery query = filter.query();
        export.beginItems(query, bucket);
        return CsvDownload.of("aging-items.csv", out -> export.writeItems(query, bucket, out));
    }
}
