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
import org.kontor.note.Journal;
import org.kontor.note.JournalDraft;
import org.kontor.note.JournalView;

/** Journal entries by their id. */
@Path("/journal-entries")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journal")
public class JournalResource {

    @Inject
    Journal journal;

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a journal entry")
    public Optional<JournalView> find(@PathParam("id") long id) {
        return journal.find(id);
    }

    /** Corrects one by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(summary = "Corrects a journal entry; entries are not removed", description = "JSON Merge Patch.")
    public JournalView change(@PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<JournalDraft> body) {
        JournalView now = journal.find(id).orElseThrow(Absent.of("journal entry", id));
        return journal.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }
}
