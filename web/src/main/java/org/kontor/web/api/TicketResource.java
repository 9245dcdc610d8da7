package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.ticket.TicketDraft;
import org.kontor.ticket.TicketView;
import org.kontor.ticket.Tickets;

/** Service tickets by their id. */
@Path("/tickets")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class TicketResource {

    @Inject
    Tickets tickets;

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a ticket, how its writer feels and the words that say so")
    public Optional<TicketView> find(@PathParam("id") long id) {
        return tickets.find(id);
    }

    /** Changes one by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(
            summary = "Changes a ticket",
            description =
                    "JSON Merge Patch; with If-Match the version that was seen is the one that is changed, or 412."
                            + " Any state may follow any, but VOID is final.")
    public TicketView change(@PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<TicketDraft> body) {
        TicketView now = tickets.find(id).orElseThrow(Absent.of("ticket", id));
        return tickets.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }
}
