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
import org.kontor.medical.MedicalConditionDraft;
import org.kontor.medical.MedicalConditionView;
import org.kontor.medical.MedicalConditions;
import org.kontor.shared.Page;

/** Medical conditions of a customer. */
@Path("/customers/{id}/medical-conditions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Medical conditions")
public class MedicalConditionResource {

    @Inject
    MedicalConditions conditions;

    /** Those on file. */
    @GET
    @Operation(
            summary = "Lists the medical conditions of a customer, grouped by type",
            description = "Needs medical:customer beside read:customer. Each reading is in the audit log.")
    public Page<MedicalConditionView> list(@PathParam("id") long id) {
        return new Page<>(conditions.ofCustomer(id), Optional.empty());
    }

    /** Stores an answer. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Stores the answer to a medical question",
            description =
                    "An answer to the same question takes its place. The answer to this request is empty, so that what was"
                            + " stored is nowhere else. Needs medical:customer beside write:customer.")
    public void answer(@PathParam("id") long id, MedicalConditionDraft draft) {
        conditions.answer(id, draft);
    }

    /** Takes one from the file. */
    @DELETE
    @Path("{questionId}")
    @Operation(summary = "Takes a medical condition from the file of a customer")
    public void remove(@PathParam("id") long id, @PathParam("questionId") long questionId) {
        conditions.remove(id, questionId);
    }
}
