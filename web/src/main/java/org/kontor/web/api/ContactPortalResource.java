package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.portal.PortalAccesses;
import org.kontor.portal.PortalView;

/** Access of a contact to the customer portal. */
@Path("/contacts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portal")
public class ContactPortalResource {

    @Inject
    PortalAccesses accesses;

    /** Ends it until it is enabled again. */
    @POST
    @Path("{id}/portal/suspend")
    @Operation(summary = "Suspends the access of a contact to the portal, from its next request on")
    public PortalView suspend(@PathParam("id") long id) {
        return accesses.suspend(id);
    }

    /** Lets in again. */
    @POST
    @Path("{id}/portal/enable")
    @Operation(summary = "Lets a contact in to the portal again who was suspended")
    public PortalView enable(@PathParam("id") long id) {
        return accesses.enable(id);
    }

    /** Takes it away. */
    @DELETE
    @Path("{id}/portal")
    @Operation(summary = "Takes the access of a contact to the portal away, with its password, links and sessions")
    public void remove(@PathParam("id") long id) {
        accesses.remove(id);
    }
}
