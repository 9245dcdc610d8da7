package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.document.StatementKind;
import org.kontor.document.StatementQuery;
import org.kontor.document.Statements;

/** Statements of customers. */
@Path("/customers")
@ApplicationScoped
@Tag(name = "Receivables")
public class CustomerStatementResource {

    @Inject
    Statements statements;

    /** As PDF. */
    @GET
    @Path("{id}/statement.pdf")
    @Produces("application/pdf")
    @Operation(
            summary = "Downloads a statement of a customer as PDF",
            description =
                    "kind: OPEN_ITEM (what is open, when nothing is said) or BALANCE_FORWARD (what the balance was, what changed it, what it"
                            + " is). asOf: its day; today when nothing is said. from: with BALANCE_FORWARD the first day; a month before when"
                            + " nothing is said. currency: one; all, each by itself, when nothing is said. With aging and a remittance slip.")
    public Response statement(
            @PathParam("id") long id,
            @QueryParam("kind") @DefaultValue("OPEN_ITEM") String kind,
            @QueryParam("asOf") @DefaultValue("") String asOf,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("currency") @DefaultValue("") String currency) {
        return Papers.download(statements.pdf(
                id,
                new StatementQuery(
                        QueryValues.choices("kind", kind, StatementKind.class).stream()
                                .findFirst()
                                .orElse(StatementKind.OPEN_ITEM),
                        QueryValues.date("asOf", asOf),
                        QueryValues.date("from", from),
                        currency)));
    }
}
