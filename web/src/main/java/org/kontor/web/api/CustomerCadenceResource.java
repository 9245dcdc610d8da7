package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.cadence.CustomerCadenceDraft;
import org.kontor.cadence.CustomerCadenceView;
import org.kontor.cadence.CustomerCadences;
import org.kontor.cadence.ToDoDraft;
import org.kontor.cadence.ToDoView;
import org.kontor.cadence.ToDos;
import org.kontor.shared.Page;

/** The cadence of a customer, and what is to be done for it. */
@Path("/customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cadences")
public class CustomerCadenceResource {

    @Inject
    CustomerCadences cadences;

    @Inject
    ToDos toDos;

    /** Which one. */
    @GET
    @Path("{id}/cadence")
    @Operation(summary = "Tells which cadence a customer has, and whether somebody chose it")
    public CustomerCadenceView find(@PathParam("id") long id) {
        return cadences.of(id);
    }

    /** Puts one on. */
    @PUT
    @Path("{id}/cadence")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Puts a cadence on a customer, instead of the one that is on",
            description =
                    "What that one has planned and not sent is cancelled; the steps of the new one are in the to-do list at once.")
    public CustomerCadenceView assign(@PathParam("id") long id, CustomerCadenceDraft draft) {
        return cadences.assign(id, draft);
    }

    /** Takes it off. */
    @DELETE
    @Path("{id}/cadence")
    @Operation(summary = "Takes the cadence off a customer; what it has planned and not sent is cancelled")
    public void remove(@PathParam("id") long id) {
        cadences.remove(id);
    }

    /** What is to be done. */
    @GET
    @Path("{id}/todos")
    @Operation(
            summary = "Lists the to-dos of a customer, what is due first coming first",
            description = ToDoResource.FILTER)
    public Page<ToDoView> toDos(@PathParam("id") long id, @BeanParam ToDoFilter filter, @BeanParam Paging paging) {
        return toDos.list(filter.query(Optional.of(id)), paging.request());
    }

    /** Notes something. */
    @POST
    @Path("{id}/todos")
    @Created("/todos")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Notes something to be done for a customer",
            description =
                    "kind: REMINDER or CALL. Without assignee it is for the billing owner, without dueOn for today.")
    public ToDoView add(@PathParam("id") long id, ToDoDraft draft) {
        return toDos.add(id, draft);
    }
}
