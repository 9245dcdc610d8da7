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
import org.kontor.access.RoleDraft;
import org.kontor.access.RoleView;
import org.kontor.access.Roles;
import org.kontor.shared.Page;

/** Roles: named sets of permissions. */
@Path("/roles")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class RoleResource {

    @Inject
    Roles roles;

    /** Roles, oldest first. */
    @GET
    @Operation(summary = "Lists roles, oldest first")
    public Page<RoleView> list(@BeanParam Paging paging) {
        return roles.list(paging.request());
    }

    /** Creates a role. */
    @POST
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Creates a role with permissions that the caller has")
    public RoleView create(RoleDraft draft) {
        return roles.create(draft);
    }

    /** One role. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a role")
    public Optional<RoleView> find(@PathParam("id") long id) {
        return roles.find(id);
    }

    /** Changes a role. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(summary = "Changes a role; holds from the next request of everybody who has it")
    public RoleView change(@PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<RoleDraft> body) {
        RoleView now = roles.find(id).orElseThrow(Absent.of("role", id));
        return roles.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }

    /** Deletes a role that nobody has. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a role that nobody has")
    public void delete(@PathParam("id") long id, @BeanParam IfMatch ifMatch) {
        RoleView now = roles.find(id).orElseThrow(Absent.of("role", id));
        roles.delete(id, ifMatch.version(now.version()));
    }
}
