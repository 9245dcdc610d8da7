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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.access.OneTimePassword;
import org.kontor.access.PasswordResets;
import org.kontor.access.TwoFactor;
import org.kontor.access.UserDraft;
import org.kontor.access.UserView;
import org.kontor.access.Users;
import org.kontor.settings.EmployeeExport;
import org.kontor.shared.Page;

/** Users. There is no DELETE: history refers to them; set {@code active} to false. */
@Path("/users")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class UserResource {

    @Inject
    Users users;

    @Inject
    EmployeeExport export;

    @Inject
    PasswordResets resets;

    @Inject
    TwoFactor twoFactor;

    /** Users, oldest first. */
    @GET
    @Operation(
            summary = "Lists users, oldest first",
            description = "customField narrows (key:value, several: each must hold).")
    public Page<UserView> list(@QueryParam("customField") List<String> customField, @BeanParam Paging paging) {
        return users.list(QueryValues.pairs("customField", customField), paging.request());
    }

    /** The list as a file. */
    @GET
    @Path("export.csv")
    @Produces("text/csv")
    @Operation(
            summary = "Downloads users as CSV",
            description =
                    "All users of the list, narrowed alike, with a column for each custom field and without passwords. Spreadsheet formulas are"
                            + " made harmless. Needs read:user.")
    public Response export(@QueryParam("customField") List<String> customField) {
        Map<String, String> wanted = QueryValues.pairs("customField", customField);
        export.begin(wanted);
        StreamingOutput body = out -> export.write(wanted, out);
        return CsvDownload.of("users.csv", body);
    }

    /** Creates a user. */
    @POST
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Creates a user, who changes the given password at the first sign-in")
    public UserView create(UserDraft draft) {
        return users.create(draft);
    }

    /** The user whose key or session this is. */
    @GET
    @Path("me")
    @Operation(summary = "Tells who is asking, and what they may do")
    public UserView me() {
        return users.me();
    }

    /** Changes the password of whoever asks. */
    @POST
    @Path("me/password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes the caller's own password; ends all sessions of the caller, API keys go on")
    public void changePassword(PasswordChange change) {
        users.changeOwnPassword(change.currentPassword(), change.newPassword());
    }

    /** One user. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a user")
    public Optional<UserView> find(@PathParam("id") long id) {
        return users.find(id);
    }

    /** Issues a password. */
    @POST
    @Path("{id}/one-time-password")
    @NotKept
    @Operation(summary = "Gives a user a password that is good for one sign-in; it is shown this once")
    public OneTimePassword oneTimePassword(@PathParam("id") long id) {
        return users.oneTimePassword(id);
    }

    /** Sends a link. */
    @POST
    @Path("{id}/password-reset")
    @Operation(
            summary =
                    "Sends a user a link for a new password by e-mail; it is good once, and for half an hour from when it is sent")
    public void sendPasswordReset(@PathParam("id") long id) {
        resets.send(id, "en");
    }

    /** Takes codes away. */
    @POST
    @Path("{id}/two-factor-reset")
    @Operation(summary = "Lets a user who lost the device sign in without codes; ends the user's sessions")
    public UserView resetTwoFactor(@PathParam("id") long id) {
        return twoFactor.reset(id);
    }

    /** Changes a user. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(summary = "Changes a user; a password, or active = false, ends the user's sessions")
    public UserView change(@PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<UserDraft> body) {
        UserView now = users.find(id).orElseThrow(Absent.of("user", id));
        return users.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }
}
