package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.portal.InvitationDraft;
import org.kontor.portal.InvitationView;
import org.kontor.portal.PaymentWays;
import org.kontor.portal.PaymentWaysDraft;
import org.kontor.portal.PaymentWaysView;
import org.kontor.portal.PortalAccesses;
import org.kontor.portal.PortalView;

/** The customer portal, of one customer. */
@Path("/customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portal")
public class CustomerPortalResource {

    @Inject
    PortalAccesses accesses;

    @Inject
    PaymentWays ways;

    /** How it stands. */
    @GET
    @Path("{id}/portal")
    @Operation(
            summary = "Tells how a customer and its contacts stand with the portal",
            description =
                    "DISABLED, INVITED, ENABLED or SUSPENDED; ready and reason tell whether somebody can be invited now.")
    public PortalView find(@PathParam("id") long id) {
        return accesses.of(id);
    }

    /** How it may be paid. */
    @GET
    @Path("{id}/payment-ways")
    @Operation(summary = "Tells by which ways a customer may pay: what the portal names, and no other")
    public PaymentWaysView ways(@PathParam("id") long id) {
        return ways.of(id);
    }

    /** States it anew. */
    @PUT
    @Path("{id}/payment-ways")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "States by which ways a customer may pay",
            description =
                    "BANK_TRANSFER, CARD, DIRECT_DEBIT, CHECK, CASH; none to say nothing. Nothing is charged by it.")
    public PaymentWaysView replaceWays(@PathParam("id") long id, PaymentWaysDraft draft) {
        return ways.replace(id, draft);
    }

    /** What is sent when nothing else is said. */
    @GET
    @Path("{id}/portal/invitation")
    @Operation(summary = "Shows the usual invitation to the portal, to be changed before it is sent")
    public InvitationView usual(@PathParam("id") long id) {
        return accesses.invitation(id);
    }

    /** Invites. */
    @POST
    @Path("{id}/portal/invitations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Invites contacts of a customer to the portal by e-mail",
            description =
                    "Without contactIds the primary contact. {link} in the text becomes a link that is good once; any before it is good"
                            + " for nothing from then on. Who has access keeps it, and gets a link for a new password. 409 PORTAL_OFF,"
                            + " BASE_URL_MISSING, NO_CHANNEL or CUSTOMER_ARCHIVED while nobody can be invited.")
    public PortalView invite(@PathParam("id") long id, InvitationDraft draft) {
        return accesses.invite(id, draft);
    }
}
