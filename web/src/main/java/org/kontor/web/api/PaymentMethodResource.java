package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import org.kontor.wallet.AuthorisationDraft;
import org.kontor.wallet.MethodTransfer;
import org.kontor.wallet.PaymentMethodView;
import org.kontor.wallet.PaymentMethods;

/** Payment methods by their ids. */
@Path("/payment-methods")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payment methods")
public class PaymentMethodResource {

    @Inject
    PaymentMethods methods;

    /** One. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a payment method and the payments with it that are authorised")
    public Optional<PaymentMethodView> find(@PathParam("id") long id) {
        return methods.find(id);
    }

    /** Gives it to somebody else. */
    @POST
    @Path("{id}/transfers")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Gives a payment method to another customer",
            description =
                    "Within one company entity and currency: else 422, naming customerId. A bank account needs consentedOn, the day of a"
                            + " mandate of that customer: the one that there is holds for the payer who gave it. 409 while a payment with"
                            + " it is authorised (PAYMENT_UNDER_WAY), and for one out of use (METHOD_INACTIVE).")
    public PaymentMethodView transfer(@PathParam("id") long id, @BeanParam IfMatch ifMatch, MethodTransfer body) {
        return methods.transfer(id, ifMatch.version(version(id)), body);
    }

    /** Takes it out of use. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Takes a payment method out of use; it is kept as history, since the vault keeps it")
    public void retire(@PathParam("id") long id, @BeanParam IfMatch ifMatch) {
        methods.retire(id, ifMatch.version(version(id)));
    }

    /** The vault is asked to forget it. */
    @POST
    @Path("{id}/removals")
    @Accepted("/payment-methods")
    @Operation(
            summary = "Takes a payment method out of use and asks its vault to forget it",
            description =
                    "removal tells where that stands: REQUESTED and PENDING until the vault answers, then REMOVED or REFUSED with its"
                            + " reason; a refused one may be asked for again. 409 while a payment with it is authorised (PAYMENT_UNDER_WAY), while"
                            + " the vault is being asked (REMOVAL_UNDER_WAY), and when it has forgotten it (METHOD_REMOVED).")
    public PaymentMethodView remove(@PathParam("id") long id, @BeanParam IfMatch ifMatch) {
        return methods.removeAtVault(id, ifMatch.version(version(id)));
    }

    /** A payment was authorised. */
    @POST
    @Path("{id}/authorisations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Notes that a payment with the method was authorised",
            description = "Until it ends, the method is not transferred and its customer is not erased.")
    public PaymentMethodView authorise(@PathParam("id") long id, AuthorisationDraft draft) {
        return methods.authorise(id, draft);
    }

    /** It ended. */
    @DELETE
    @Path("{id}/authorisations/{reference}")
    @Operation(summary = "Notes that an authorised payment ended, however it did")
    public void end(@PathParam("id") long id, @PathParam("reference") String reference) {
        methods.end(id, reference);
    }

    private long version(long id) {
        return methods.find(id).map(PaymentMethodView::version).orElse(0L);
    }
}
