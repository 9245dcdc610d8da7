package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.customer.CustomerDraft;
import org.kontor.lifecycle.DuplicateView;
import org.kontor.lifecycle.Duplicates;
import org.kontor.shared.Page;

/** Who may be the same as one customer. */
@Path("/customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Duplicates")
public class CustomerDuplicateResource {

    @Inject
    Duplicates duplicates;

    /** As one who is there. */
    @GET
    @Path("{id}/duplicates")
    @Operation(
            summary = "Lists customers who may be the same as this one, the surest first",
            description =
                    "Found by what they have in common: e-mail address, phone number, external id, birthdate or whole name. A"
                            + " search over all customers finds more.")
    public Page<DuplicateView> of(@PathParam("id") long id) {
        return new Page<>(duplicates.of(id), Optional.empty());
    }

    /** As one who is just being entered. */
    @POST
    @Path("duplicate-checks")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Lists customers who may be the same as one who is just being entered",
            description =
                    "Takes the body of POST /customers, complete or not, and writes nothing. It warns and never keeps anybody"
                            + " from saving.")
    public Page<DuplicateView> check(CustomerDraft draft) {
        return new Page<>(duplicates.check(draft), Optional.empty());
    }
}
