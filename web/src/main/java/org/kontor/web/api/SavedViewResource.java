package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.customer.SavedView;
import org.kontor.customer.SavedViewDraft;
import org.kontor.customer.SavedViews;
import org.kontor.shared.Page;

/** Named views of the customer list. */
@Path("/saved-views")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
public class SavedViewResource {

    @Inject
    SavedViews views;

    /** One's own and shared ones. */
    @GET
    @Operation(summary = "Lists the caller's views of the customer list, then those that others share")
    public Page<SavedView> list() {
        return new Page<>(views.list(), Optional.empty());
    }

    /** Makes one. */
    @POST
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Names a view of the customer list",
            description =
                    "parameters are those of the page: q, status, class, closed, importId, accountType, entityId, parentId, sentiment, country, place, createdFrom, createdTo, currency, balanceFrom, balanceTo, pastDueFrom, pastDueTo, portal, cadence, without, tag, flag, health, owner,"
                            + " customField, notContactedFor, sort. A view that is shared can be used by everybody who sees customers.")
    public SavedView create(SavedViewDraft draft) {
        return views.create(draft);
    }

    /** One. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a view")
    public Optional<SavedView> find(@PathParam("id") long id) {
        return views.find(id);
    }

    /** Changes one. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(summary = "Changes a view; that of somebody else needs write:settings")
    public SavedView change(@PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<SavedViewDraft> body) {
        SavedView now = views.find(id).orElseThrow(Absent.of("view", id));
        return views.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }

    /** Deletes one. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a view, for everybody who uses it; that of somebody else needs write:settings")
    public void delete(@PathParam("id") long id, @BeanParam IfMatch ifMatch) {
        SavedView now = views.find(id).orElseThrow(Absent.of("view", id));
        views.delete(id, ifMatch.version(now.version()));
    }
}
