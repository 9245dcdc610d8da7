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
import org.kontor.cadence.CadenceDraft;
import org.kontor.cadence.CadenceView;
import org.kontor.cadence.Cadences;
import org.kontor.cadence.StepPreview;
import org.kontor.shared.Page;

/** Cadences: series of steps that say when which communication goes to a customer. */
@Path("/cadences")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cadences")
public class CadenceResource {

    @Inject
    Cadences cadences;

    /** All of them. */
    @GET
    @Operation(summary = "Lists the cadences by name")
    public Page<CadenceView> list() {
        return new Page<>(cadences.list(), Optional.empty());
    }

    /** Makes one. */
    @POST
    @Created("/cadences")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes a cadence",
            description =
                    "condition: AFTER_ASSIGNED, INVOICE_CREATED, BEFORE_DUE, ON_DUE, AFTER_DUE, OLDEST_PAST_DUE, BALANCE_EXCEEDS (amount),"
                            + " AFTER_LAST_CONTACT, PAYMENT_RECEIVED, with days where it takes some; kind: EMAIL, SMS, LETTER, CALL,"
                            + " REMINDER. subject and text may hold placeholders such as {customer}, {invoiceNumber}, {invoiceBalance}."
                            + " A step that is not automatic waits in the to-do list for approval. byDefault: every new customer gets it.")
    public CadenceView create(CadenceDraft draft) {
        return cadences.create(draft);
    }

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a cadence with its steps")
    public Optional<CadenceView> find(@PathParam("id") long id) {
        return cadences.find(id);
    }

    /** Changes one by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(
            summary = "Changes a cadence",
            description =
                    "steps are replaced as a whole; a step keeps its id. What of a removed step was not sent is cancelled, new ones are planned"
                            + " for every customer who has the cadence.")
    public CadenceView change(@PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<CadenceDraft> body) {
        CadenceView now = cadences.find(id).orElseThrow(Absent.of("cadence", id));
        return cadences.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }

    /** Removes one. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Removes a cadence that no customer has; else 409 CADENCE_IN_USE")
    public void delete(@PathParam("id") long id, @BeanParam IfMatch ifMatch) {
        CadenceView now = cadences.find(id).orElseThrow(Absent.of("cadence", id));
        cadences.delete(id, ifMatch.version(now.version()));
    }

    /** A step as a customer would get it. */
    @GET
    @Path("{id}/steps/{step}/previews/{customer}")
    @Operation(
            summary =
                    "Shows a step as a customer would get it now; missing names placeholders for which there is nothing")
    public StepPreview preview(
            @PathParam("id") long id, @PathParam("step") long step, @PathParam("customer") long customer) {
        return cadences.preview(id, step, customer);
    }
}
