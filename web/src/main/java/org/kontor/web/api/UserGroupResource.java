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
import org.kontor.access.UserGroupDraft;
import org.kontor.access.UserGroupView;
import org.kontor.access.UserGroups;
import org.kontor.shared.Page;

/** User groups: named sets of roles and users. */
@Path("/user-groups")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class UserGroupResource {

    @Inject
    UserGroups groups;

    /** User groups, oldest first. */
    @GET
    @Operation(summary = "Lists user groups, oldest first")
    public Page<UserGroupView> list(@BeanParam Paging paging) {
        return groups.list(paging.request());
    }

    /** Creates a user group. */
    @POST
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Creates a user group with roles that the caller may grant")
    public UserGroupView create(UserGroupDraft draft) {
        return groups.create(draft);
    }

    /** One user group. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a user group")
    public Optional<UserGroupView> find(@PathParam("id") long id) {
        return groups.find(id);
    }

    /** Changes a user group. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(summary = "Changes a user group; holds from the next request of everybody who is or was in it")
    public UserGroupView change(@PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<UserGroupDraft> body) {
        UserGroupView now = groups.find(id).orElseThrow(Absent.of("user group", id));
        return groups.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }

    /** Deletes a user group that nobody is in. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a user group that nobody is in")
    public void delete(@PathParam("id") long id, @BeanParam IfMatch ifMatch) {
        UserGroupView now = groups.find(id).orElseThrow(Absent.of("user group", id));
        groups.delete(id, ifMatch.version(now.version()));
    }
}
