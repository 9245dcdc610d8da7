package org.kontor.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.kiosk.KioskEntries;
import org.kontor.kiosk.KioskEntry;
import org.kontor.kiosk.KioskEntryView;
import org.kontor.shared.Page;

/** Customers who enter themselves, and the queue of those whom staff should look at. */
@Path("/kiosk-entries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Kiosk")
public class KioskEntryResource {

    @Inject
    KioskEntries entries;

    /** Takes an entry. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Creates a customer of what somebody typed at a kiosk",
            description =
                    "Answers nothing, and the same whether or not the person is known. Needs create:kiosk-entry alone, so"
                            + " the API key of a kiosk can read nothing. Send an Idempotency-Key, and it may be sent again after the"
                            + " connection was lost.")
    public void submit(KioskEntry entry) {
        entries.submit(entry);
    }

    /** The queue. */
    @GET
    @Operation(
            summary = "Lists entries that look like an existing customer and that nobody has looked at, oldest first")
    public Page<KioskEntryView> waiting(@BeanParam Paging paging) {
        return entries.waiting(paging.request());
    }

    /** Takes one out of the queue. */
    @POST
    @Path("{id}/review")
    @Operation(summary = "Takes an entry out of the queue")
    public void review(@PathParam("id") long id) {
        entries.review(id);
    }
}
