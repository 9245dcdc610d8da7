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
import org.kontor.settings.CustomFieldDraft;
import org.kontor.settings.CustomFieldView;
import org.kontor.settings.CustomFields;
import org.kontor.shared.Page;

/** Definitions of custom fields. */
@Path("/custom-fields")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class CustomFieldResource {

    @Inject
    CustomFields fields;

    /** All of them, at once: there are few. */
    @GET
    @Operation(summary = "Lists custom fields in the order of the form, retired ones too")
    public Page<CustomFieldView> list() {
        return new Page<>(fields.list(), Optional.empty());
    }

    /** Adds one. */
    @POST
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a custom field", description = "Without key one is made of the label.")
    public CustomFieldView create(CustomFieldDraft draft) {
        return fields.create(draft);
    }

    /** One. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a custom field")
    public Optional<CustomFieldView> find(@PathParam("id") long id) {
        return fields.find(id);
    }

    /** Changes one. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(
            summary = "Changes a custom field",
            description = "Owner, key, kind and searchable stay. active false retires it: values stay where they are.")
    public CustomFieldView change(
            @PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<CustomFieldDraft> body) {
        CustomFieldView now = fields.find(id).orElseThrow(Absent.of("custom field", id));
        return fields.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }

    /** Deletes one that no record has filled. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a custom field that no record has filled; 409 says how many have")
    public void delete(@PathParam("id") long id, @BeanParam IfMatch ifMatch) {
        CustomFieldView now = fields.find(id).orElseThrow(Absent.of("custom field", id));
        fields.delete(id, ifMatch.version(now.version()));
    }
}
