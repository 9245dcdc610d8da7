package org.kontor.web.api;

import jakarta.enterprise.context.RequestScoped;
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
import org.kontor.contact.ContactDraft;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;

/** People of a customer. */
@Path("/contacts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
public class ContactResource {

    @Inject
    Contacts contacts;

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a contact")
    public Optional<ContactView> find(@PathParam("id") long id) {
        return contacts.find(id);
    }

    /** Changes one by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(
            summary = "Changes a contact",
            description =
                    "JSON Merge Patch; with If-Match the version that was seen is the one that is changed, or 412.")
    public ContactView change(@PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<ContactDraft> body) {
        ContactView now = contacts.find(id).orElseThrow(Absent.of("contact", id));
        return contacts.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }
}
