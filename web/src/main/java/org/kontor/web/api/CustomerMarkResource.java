package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.customer.CustomerMarks;
import org.kontor.customer.CustomerView;
import org.kontor.customer.FlagDraft;
import org.kontor.customer.FlagView;
import org.kontor.customer.TagView;
import org.kontor.shared.Page;

/** Tags and flags of a customer, one at a time; a PATCH of the customer replaces them all. */
@Path("/customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
public class CustomerMarkResource {

    @Inject
    CustomerMarks marks;

    /** Its tags. */
    @GET
    @Path("{id}/tags")
    @Operation(summary = "Lists the tags of a customer with their colours")
    public Page<TagView> tags(@PathParam("id") long id) {
        return new Page<>(marks.tags(id), Optional.empty());
    }

    /** Puts a tag on. */
    @POST
    @Path("{id}/tags")
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Puts a tag on a customer",
            description = "A tag that there is not yet is made. One that the customer has already stays as it is.")
    public TagView addTag(@PathParam("id") long id, TagBody body) {
        return marks.tag(id, body.name(), body.colour());
    }

    /** Takes a tag off. */
    @DELETE
    @Path("{id}/tags/{tagId}")
    @Operation(summary = "Takes a tag off a customer")
    public void removeTag(@PathParam("id") long id, @PathParam("tagId") long tagId) {
        marks.untag(id, tagId);
    }

    /** Its flags. */
    @GET
    @Path("{id}/flags")
    @Operation(summary = "Lists the flags of a customer, oldest first")
    public Page<FlagView> flags(@PathParam("id") long id) {
        return new Page<>(marks.flags(id), Optional.empty());
    }

    /** Puts a flag on. */
    @POST
    @Path("{id}/flags")
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Puts a flag on a customer",
            description =
                    "type is the name or code of an active flag type. The same type with the same note counts once.")
    public FlagView addFlag(@PathParam("id") long id, FlagDraft body) {
        return marks.flag(id, body);
    }

    /** Takes a flag off. */
    @DELETE
    @Path("{id}/flags/{flagId}")
    @Operation(summary = "Takes a flag off a customer; the timeline keeps it")
    public void removeFlag(@PathParam("id") long id, @PathParam("flagId") long flagId) {
        marks.unflag(id, flagId);
    }

    /** Hides it. */
    @POST
    @Path("{id}/archive")
    @Operation(summary = "Hides a customer from lists; its status stays")
    public CustomerView archive(@PathParam("id") long id) {
        return marks.archive(id, true);
    }

    /** Shows it again. */
    @POST
    @Path("{id}/unarchive")
    @Operation(summary = "Shows an archived customer in lists again")
    public CustomerView unarchive(@PathParam("id") long id) {
        return marks.archive(id, false);
    }
}
