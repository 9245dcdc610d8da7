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
import org.kontor.shared.Page;
import org.kontor.wallet.PaymentMethodDraft;
import org.kontor.wallet.PaymentMethodView;
import org.kontor.wallet.PaymentMethods;

/** Payment methods of a customer. */
@Path("/customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payment methods")
public class CustomerPaymentMethodResource {

    @Inject
    PaymentMethods methods;

    /** All at once: a customer has few. */
    @GET
    @Path("{id}/payment-methods")
    @Operation(summary = "Lists the payment methods of a customer, active ones first")
    public Page<PaymentMethodView> methods(@PathParam("id") long id) {
        return new Page<>(methods.ofCustomer(id), Optional.empty());
    }

    /** Adds one. */
    @POST
    @Path("{id}/payment-methods")
    @Created("/payment-methods")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Adds a payment method that a vault keeps",
            description = "shopperId and methodId are what the vault calls them; a card number is refused.")
    public PaymentMethodView add(@PathParam("id") long id, PaymentMethodDraft draft) {
        return methods.add(id, draft);
    }
}
