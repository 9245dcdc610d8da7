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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.customer.PsaCustomer;
import org.kontor.customer.PsaDraft;
import org.kontor.customer.PsaSkipped;
import org.kontor.customer.PsaView;
import org.kontor.shared.Page;

/** Customers as PSA sees them: the mapped fields and nothing else. */
@Path("/psa/customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
public class PsaCustomerResource {

    @Inject
    PsaView psa;

    /** Those that PSA gets. */
    @GET
    @Operation(
            summary = "Lists customers as PSA sees them, by id",
            description = "Standard accounts with an address; a piece may have fewer items than limit.")
    public Page<PsaCustomer> list(@BeanParam Paging paging) {
        return psa.list(paging.request());
    }

    /** Those that PSA does not get. */
    @GET
    @Path("skipped")
    @Operation(
            summary = "Lists customers that PSA does not get, with the reason; a piece may have fewer items than limit")
    public Page<PsaSkipped> skipped(@BeanParam Paging paging) {
        return psa.skipped(paging.request());
    }

    /** Creates one. */
    @POST
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Creates a Standard customer with the fields of PSA")
    public PsaCustomer create(PsaDraft draft) {
        return psa.create(draft);
    }

    /** One. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a customer as PSA sees it; 404 with the reason for one that PSA does not get")
    public PsaCustomer find(@PathParam("id") long id) {
        return psa.find(id);
    }

    /** Changes one. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(summary = "Changes the fields of PSA and no other; further e-mail addresses and phones stay")
    public PsaCustomer change(@PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<PsaDraft> body) {
        PsaCustomer now = psa.find(id);
        return psa.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }
}
