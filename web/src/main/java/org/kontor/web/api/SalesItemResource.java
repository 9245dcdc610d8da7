package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.kontor.receivable.SalesItemDraft;
import org.kontor.receivable.SalesItemView;
import org.kontor.receivable.SalesLists;
import org.kontor.shared.Page;

/** The list of sales items. */
@Path("/sales-items")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class SalesItemResource {

    @Inject
    SalesLists lists;

    /** All of them. */
    @GET
    @Operation(summary = "Lists the sales items by code")
    public Page<SalesItemView> list() {
        return new Page<>(lists.items(), Optional.empty());
    }

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a sales item")
    public Optional<SalesItemView> find(@PathParam("id") long id) {
        return lists.item(id);
    }

    /** Adds one. */
    @POST
    @Created("/sales-items")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a sales item")
    public SalesItemView add(SalesItemDraft draft) {
        return lists.addItem(draft);
    }

    /** Changes one by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(summary = "Changes a sales item; documents that use it stay as they are")
    public SalesItemView change(@PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<SalesItemDraft> body) {
        SalesItemView now = lists.item(id).orElseThrow(Absent.of("sales item", id));
        return lists.reviseItem(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }
}
