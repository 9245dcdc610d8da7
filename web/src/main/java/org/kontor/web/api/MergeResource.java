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
@Path("/merges")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Merges")
public class MergeResource {

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

    /** Makes several customers one, or shows what that would do. */
    @POST
    @Created
    @DryRun(MergePreview.class)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Merges customers into one",
            description =
                    "Everything of the sources (1 to 1,000) goes over to targetId, whose gaps take the value that was entered last; what it"
                            + " has stays. Contacts with the same e-mail address become one, who has not agreed to SMS does not agree"
                            + " afterwards. All in one transaction, which ends well only if counts, sums per currency and checksums are"
                            + " the same afterwards. The ids of the sources answer 308 from then on. 409 ALREADY_MERGED when one of them"
                            + " was merged meanwhile. With dryRun=true the same is done and taken back, and 200 tells it: each field with"
                            + " its origin, each kind of rows with counts, sums and checksums before and after; blockers say what keeps"
                            + " the customers from becoming one. Needs merge:customer.")
    @Answers(MergeView.class)
    public Record merge(@QueryParam("dryRun") @DefaultValue("") String dryRun, MergeDraft draft) {
        return QueryValues.flag("dryRun", dryRun).orElse(false) ? merges.preview(draft) : merges.merge(draft);
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
                            + " merges were final. With dryRun=true nothing is taken back, and what would stay as it is is answered."
                            + " Needs merge:customer.")
    public List<UndoConflict> undo(
            @PathParam("id") long id, @QueryParam("dryRun") @DefaultValue("") String dryRun, MergeUndoBody body) {
        return QueryValues.flag("dryRun", dryRun).orElse(false)
                ? merges.previewUndo(id)
                : merges.undo(id, body.keepConflicts().orElse(false));
    }
}
