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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.lifecycle.MergeDraft;
import org.kontor.lifecycle.MergePreview;
import org.kontor.lifecycle.MergeView;
import org.kontor.lifecycle.Merges;
import org.kontor.lifecycle.UndoConflict;
import org.kontor.shared.Page;

/** Merges of customers. */
@Path("/customer-merges")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Merges")
public class CustomerMergeResource {

    @Inject
    Merges merges;

    /** Merges, newest first. */
    @GET
    @Operation(
            summary = "Lists merges, newest first",
            description =
                    "customerId: only those into this customer. Counts and sums of what the caller may not read are left out.")
    public Page<MergeView> list(@QueryParam("customerId") Long customerId, @BeanParam Paging paging) {
        return merges.list(Optional.ofNullable(customerId), paging.request());
    }

    /** Makes several customers one. */
    @POST
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Merges customers into one",
            description =
                    "Everything of the sources (1 to 1,000) goes over to targetId, whose gaps take the value that was entered last; what it"
                            + " has stays. Contacts with the same e-mail address become one, who has not agreed to SMS does not agree"
                            + " afterwards. All in one transaction, which ends well only if counts, sums per currency and checksums are"
                            + " the same afterwards. The ids of the sources answer 308 from then on. 409 ALREADY_MERGED when one of them"
                            + " was merged meanwhile. Needs merge:customer.")
    public MergeView merge(MergeDraft draft) {
        return merges.merge(draft);
    }

    /** What that would do. */
    @POST
    @Path("previews")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Shows what a merge would do",
            description =
                    "The merge itself, taken back: each field with its origin, each kind of rows with counts, sums and checksums before"
                            + " and after. blockers say what keeps the customers from becoming one. Needs merge:customer.")
    public MergePreview preview(MergeDraft draft) {
        return merges.preview(draft);
    }

    /** One. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a merge")
    public Optional<MergeView> find(@PathParam("id") long id) {
        return merges.find(id);
    }

    /** Takes it back. */
    @POST
    @Path("{id}/undo")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Takes a merge back",
            description =
                    "The sources are there again with everything that was theirs; what the target got since stays with it. What was"
                            + " changed since in a way that this would overwrite stays as it is and is answered: 409 CHANGED_SINCE unless"
                            + " keepConflicts is true. 409 UNDO_LATER_FIRST when its customer was part of a later merge, MERGE_FINAL when"
                            + " merges were final. Needs merge:customer.")
    public List<UndoConflict> undo(@PathParam("id") long id, MergeUndoBody body) {
        return merges.undo(id, body.keepConflicts().orElse(false));
    }

    /** What that would leave as it is. */
    @POST
    @Path("{id}/undo-previews")
    @Operation(
            summary = "Lists what would stay as it is if a merge were taken back",
            description = "What was changed since in a way that the undo would overwrite; empty when nothing was.")
    public List<UndoConflict> previewUndo(@PathParam("id") long id) {
        return merges.previewUndo(id);
    }
}
