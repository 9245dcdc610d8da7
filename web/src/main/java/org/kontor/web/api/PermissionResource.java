package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.access.PermissionView;
import org.kontor.access.Roles;
import org.kontor.shared.Page;

/** The catalogue of permissions. */
@Path("/permissions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class PermissionResource {

    @Inject
    Roles roles;

    /** All permissions, by name. */
    @GET
    @Operation(summary = "Lists the permissions that exist")
    public Page<PermissionView> list() {
        return new Page<>(roles.permissions(), Optional.empty());
    }
}
