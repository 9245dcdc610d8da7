package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.customer.BillingNumber;
import org.kontor.customer.TelephoneServiceDraft;
import org.kontor.customer.TelephoneServiceView;
import org.kontor.customer.TelephoneServices;
import org.kontor.shared.Page;

/** Telephone services of a customer, and its billing telephone number. */
@Path("/customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
public class TelephoneServiceResource {

    @Inject
    TelephoneServices services;

    /** Its services, all at once: a customer has few. */
    @GET
    @Path("{id}/telephone-services")
    @Operation(summary = "Lists the telephone services of a customer, oldest first")
    public Page<TelephoneServiceView> services(@PathParam("id") long id) {
        return new Page<>(services.ofCustomer(id), Optional.empty());
    }

    /** Adds one. */
    @POST
    @Path("{id}/telephone-services")
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a telephone service with its number (TN) to a customer")
    public TelephoneServiceView addService(@PathParam("id") long id, TelephoneServiceDraft body) {
        return services.add(id, body);
    }

    /** Removes one. */
    @DELETE
    @Path("{id}/telephone-services/{serviceId}")
    @Operation(
            summary = "Removes a telephone service",
            description =
                    "409 for the last one that carries the billing telephone number; force=true clears that number.")
    public void removeService(
            @PathParam("id") long id,
            @PathParam("serviceId") long serviceId,
            @QueryParam("force") @DefaultValue("false") boolean force) {
        services.remove(id, serviceId, force);
    }

    /** Its billing telephone number. */
    @GET
    @Path("{id}/btn")
    @Operation(summary = "Shows the billing telephone number (BTN) of a customer")
    public BillingNumber billingNumber(@PathParam("id") long id) {
        return services.billingNumber(id);
    }

    /** Sets its billing telephone number. */
    @PUT
    @Path("{id}/btn")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Sets the billing telephone number to the number of one of the customer's services; empty clears it")
    public BillingNumber setBillingNumber(@PathParam("id") long id, BillingNumber body) {
        return services.setBillingNumber(id, body);
    }
}
