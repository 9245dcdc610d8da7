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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.note.Journal;
import org.kontor.note.JournalDraft;
import org.kontor.note.JournalView;
import org.kontor.shared.Page;

/** What was done with a customer. */
@Path("/customers/{id}/journal")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journal")
public class CustomerJournalResource {

    @Inject
    Journal journal;

    /** Entries, what happened last first. */
    @GET
    @Operation(summary = "Lists the journal of a customer, what happened last first")
    public Page<JournalView> list(@PathParam("id") long id, @BeanParam Paging paging) {
        return journal.ofCustomer(id, paging.request());
    }

    /** Writes one. */
    @POST
    @Created("/journal-entries")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Writes an entry into the journal of a customer",
            description = "action is one of the journal action types of the system tables.")
    public JournalView add(@PathParam("id") long id, JournalDraft draft) {
        return journal.add(id, draft);
    }
}
