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
import org.kontor.cadence.ToDoDraft;
import org.kontor.cadence.ToDoView;
import org.kontor.cadence.ToDos;
import org.kontor.shared.Page;

/** The to-do list. */
@Path("/todos")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cadences")
public class ToDoResource {

    static final String FILTER =
            "state: SCHEDULED, PENDING (both when nothing is said), DONE, SKIPPED, CANCELLED, several separated by commas; when: OVERDUE, TODAY,"
                    + " LATER; mine=true: those that the caller is to do. Of what is over, what was due last comes first.";

    @Inject
    ToDos toDos;

    /** What is to be done. */
    @GET
    @Operation(
            summary = "Lists to-dos of customers who are not archived, what is due first coming first",
            description = FILTER)
    public Page<ToDoView> list(@BeanParam ToDoFilter filter, @BeanParam Paging paging) {
        return toDos.list(filter.query(Optional.empty()), paging.request());
    }

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a to-do, its texts filled in as they would be sent now")
    public Optional<ToDoView> find(@PathParam("id") long id) {
        return toDos.find(id);
    }

    /** Changes one by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(
            summary = "Changes the texts of a to-do, puts it off, or gives it to somebody",
            description =
                    "A text that is changed is sent as it stands there. 409 TO_DO_OVER when it is done, skipped or cancelled.")
    public ToDoView change(@PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<ToDoDraft> body) {
        ToDoView now = toDos.find(id).orElseThrow(Absent.of("to do", id));
        return toDos.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }

    /** Sends it. */
    @POST
    @Path("{id}/approve")
    @Operation(
            summary = "Sends a step now that waits for approval",
            description =
                    "Needs send:message, too. 409 TO_DO_OVER, NOT_SENDABLE, NO_ADDRESS, EMPTY_PLACEHOLDER or NO_CHANNEL.")
    public ToDoView approve(@PathParam("id") long id, @BeanParam IfMatch ifMatch) {
        return toDos.approve(id, version(id, ifMatch));
    }

    /** It is done. */
    @POST
    @Path("{id}/complete")
    @Operation(summary = "Says that a to-do is done; nothing is sent")
    public ToDoView complete(@PathParam("id") long id, @BeanParam IfMatch ifMatch) {
        return toDos.complete(id, version(id, ifMatch));
    }

    /** Leaves it out. */
    @POST
    @Path("{id}/skip")
    @Operation(summary = "Leaves a to-do out; it is not planned again for the same invoice")
    public ToDoView skip(@PathParam("id") long id, @BeanParam IfMatch ifMatch) {
        return toDos.skip(id, version(id, ifMatch));
    }

    private long version(long id, IfMatch ifMatch) {
        return ifMatch.version(toDos.find(id).map(ToDoView::version).orElse(0L));
    }
}
