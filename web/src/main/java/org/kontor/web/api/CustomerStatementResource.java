package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.document.StatementView;
import org.kontor.document.Statements;

/** Statements of customers. */
@Path("/customers")
@ApplicationScoped
@Tag(name = "Receivables")
public class CustomerStatementResource {

    @Inject
    Statements statements;

    private static final String WORDS =
            "PDF or JSON, as Accept says; JSON when it says nothing. form: OPEN_ITEM (what is open, when nothing is said) or"
                    + " BALANCE_FORWARD (what the balance was, what changed it, what it is). asOf: its day; today when nothing is said."
                    + " from: with BALANCE_FORWARD the first day; a month before when nothing is said. currency: one; all, each by"
                    + " itself, when nothing is said. With aging, on paper with a remittance slip, too.";

    /** In figures. */
    @GET
    @Path("{id}/statement")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Shows a statement of a customer", description = WORDS)
    public StatementView statement(@PathParam("id") long id, @BeanParam StatementFilter filter) {
        return statements.view(id, filter.query());
    }

    /** As PDF. */
    @GET
    @Path("{id}/statement")
    @Produces("application/pdf;qs=0.5")
    @Operation(summary = "Shows a statement of a customer", description = WORDS)
    public Response statementAsPdf(@PathParam("id") long id, @BeanParam StatementFilter filter) {
        return Papers.download(statements.pdf(id, filter.query()));
    }
}
