package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.document.StatementRunDraft;
import org.kontor.document.StatementRunView;
import org.kontor.document.StatementRuns;
import org.kontor.shared.Page;

/** Statements for many customers. */
@Path("/statement-runs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class StatementRunResource {

    @Inject
    StatementRuns runs;

    /** Runs, newest first. */
    @GET
    @Operation(summary = "Lists runs of statements, newest first")
    public Page<StatementRunView> list(@BeanParam Paging paging) {
        return runs.list(paging.request());
    }

    /** Starts one. */
    @POST
    @Accepted
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes a statement for each customer with something open",
            description =
                    "kind OPEN_ITEM or BALANCE_FORWARD, asOf, from, currency, entityId: all may be left out. Runs as a durable job; who sees own"
                            + " customers alone makes theirs. Needs export:receivable.")
    public StatementRunView start(StatementRunDraft draft) {
        return runs.start(draft);
    }

    /** One. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows how far a run of statements is")
    public Optional<StatementRunView> find(@PathParam("id") long id) {
        return runs.find(id);
    }

    /** Stops one. */
    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Stops a run of statements before its next piece; what was made stays")
    public StatementRunView cancel(@PathParam("id") long id) {
        return runs.cancel(id);
    }

    /** What it made. */
    @GET
    @Path("{id}/statements.zip")
    @Produces("application/zip")
    @Operation(
            summary = "Downloads the statements of a run as one archive",
            description = "409 while it is at work. problems.txt in it names customers without one, and why.")
    public Response archive(@PathParam("id") long id) {
        runs.begin(id);
        StreamingOutput body = out -> runs.writeTo(id, out);
        return Response.ok(body, "application/zip")
                .header("Content-Disposition", "attachment; filename=\"statements-" + id + ".zip\"")
                .build();
    }
}
