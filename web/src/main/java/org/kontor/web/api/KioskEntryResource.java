package org.kontor.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.kiosk.KioskDecisions;
import org.kontor.kiosk.KioskEntries;
import org.kontor.kiosk.KioskEntry;
import org.kontor.kiosk.KioskEntryView;
import org.kontor.shared.Page;
import org.kontor.web.security.KioskToken;

/** Customers who enter themselves, and the queue of those whom staff should look at. */
@Path("/kiosk-entries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Kiosk")
public class KioskEntryResource {

    @Inject
    KioskEntries entries;

    @Inject
    KioskDecisions decisions;

    @Context
    HttpServletRequest request;

    /** Takes an entry. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Creates a customer of what somebody typed at a kiosk",
            description =
                    "Answers nothing, and the same whether or not the person is known. Needs create:kiosk-entry alone, so"
                            + " the API key of a kiosk can read nothing. A device that asks the medical questions has to send answers to"
                            + " the required ones. Send an Idempotency-Key, and it may be sent again after the"
                            + " connection was lost. Too many in a minute are answered 429 with Retry-After.")
    public void submit(KioskEntry entry) {
        entries.submit(entry, KioskToken.of(request).orElse(""));
    }

    /** The queue. */
    @GET
    @Operation(
            summary = "Lists entries that look like an existing customer and that nobody has looked at, oldest first")
    public Page<KioskEntryView> waiting(@BeanParam Paging paging) {
        return entries.waiting(paging.request());
    }

    /** Keeps the customer of one. */
    @POST
    @Path("{id}/review")
    @Operation(summary = "Takes an entry out of the queue; its customer is a new one and stays")
    public void review(@PathParam("id") long id) {
        entries.review(id);
    }

    /** Says whose one is. */
    @POST
    @Path("{id}/join")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Says that an entry is of a known customer",
            description =
                    "What was typed fills the gaps there, how to reach them is added, medical answers and consent go over, and"
                            + " the customer that was created of the entry is removed. 409 when somebody has worked with that one since.")
    public void join(@PathParam("id") long id, KioskJoin body) {
        decisions.join(id, body.customerId());
    }

    /** Throws one away. */
    @POST
    @Path("{id}/discard")
    @Operation(
            summary = "Removes an entry with the customer that was created of it",
            description = "409 when somebody has worked with that customer since.")
    public void discard(@PathParam("id") long id) {
        decisions.discard(id);
    }
}
