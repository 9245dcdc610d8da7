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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.communication.MessageView;
import org.kontor.communication.Messages;

/** Messages by their id. */
@Path("/communications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class MessageResource {

    @Inject
    Messages messages;

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a message and what became of it")
    public Optional<MessageView> find(@PathParam("id") long id) {
        return messages.find(id);
    }

    /** Sends it again. */
    @POST
    @Path("{id}/sendings")
    @Accepted("/communications")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Sends a message again",
            description =
                    "One that FAILED, or that is UNKNOWN with evenIfTwice: nobody knows whether it was sent. Else 409 (NOT_SENDABLE,"
                            + " MAY_ARRIVE_TWICE).")
    public MessageView sendAgain(@PathParam("id") long id, @BeanParam IfMatch ifMatch, SendAgainBody body) {
        return messages.sendAgain(
                id, ifMatch.version(messages.find(id).map(MessageView::version).orElse(0L)), body.evenIfTwice());
    }
}
