package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.communication.LastContactView;
import org.kontor.communication.MessageChannelView;
import org.kontor.communication.MessageDirection;
import org.kontor.communication.MessageDraft;
import org.kontor.communication.MessageKind;
import org.kontor.communication.MessageQuery;
import org.kontor.communication.MessageState;
import org.kontor.communication.MessageView;
import org.kontor.communication.Messages;
import org.kontor.shared.Page;

/** Messages to a customer and from them. */
@Path("/customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class CustomerMessageResource {

    @Inject
    Messages messages;

    /** Messages, what happened last first. */
    @GET
    @Path("{id}/communications")
    @Operation(
            summary = "Lists the messages to a customer and from them, what happened last first",
            description =
                    "channel: EMAIL, SMS, LETTER, CALL. direction: OUT, IN. state: QUEUED, SENDING, SENT, FAILED, UNKNOWN, LOGGED."
                            + " Each takes several, separated by commas.")
    public Page<MessageView> list(
            @PathParam("id") long id,
            @QueryParam("channel") @DefaultValue("") String channel,
            @QueryParam("direction") @DefaultValue("") String direction,
            @QueryParam("state") @DefaultValue("") String state,
            @BeanParam Paging paging) {
        return messages.ofCustomer(
                id,
                new MessageQuery(
                        QueryValues.choices("channel", channel, MessageKind.class),
                        QueryValues.choices("direction", direction, MessageDirection.class),
                        QueryValues.choices("state", state, MessageState.class)),
                paging.request());
    }

    /** Sends one, or writes one down. */
    @POST
    @Path("{id}/communications")
    @Created("/communications")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Sends a message to a customer, or writes down a call or what was received",
            description =
                    "An e-mail goes to address, or to that of the contact; a text message to the mobile number of a contact who agreed; a letter"
                            + " to address, a postal address in one line. It is sent at once by a job: state tells where it stands. A call, and"
                            + " what is direction IN, is written down. attachments: issued invoices and credit memos by id, a statement, files of"
                            + " the customer that are shared. 409 NO_CHANNEL when no connection can send it.")
    public MessageView add(@PathParam("id") long id, MessageDraft draft) {
        return messages.add(id, draft);
    }

    /** What can be used. */
    @GET
    @Path("{id}/communication-channels")
    @Operation(summary = "Tells by which ways a customer can be reached now, and what is missing for the others")
    public Page<MessageChannelView> channels(@PathParam("id") long id) {
        return new Page<>(messages.channels(id), Optional.empty());
    }

    /** When. */
    @GET
    @Path("{id}/last-contact")
    @Operation(
            summary = "Tells when a customer was last in contact",
            description =
                    "lastContacted is the last time that an e-mail was sent; the others count what was received, too.")
    public LastContactView lastContact(@PathParam("id") long id) {
        return messages.lastContact(id);
    }
}
