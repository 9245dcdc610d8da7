package org.kontor.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.kiosk.KioskDevices;
import org.kontor.kiosk.KioskDraft;
import org.kontor.kiosk.KioskView;
import org.kontor.kiosk.NewKiosk;
import org.kontor.shared.AppException;
import org.kontor.shared.Page;
import org.kontor.web.security.KioskToken;

/** Devices that are kiosks. */
@Path("/kiosks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Kiosk")
public class KioskResource {

    @Inject
    KioskDevices devices;

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    /** Those that run. */
    @GET
    @Operation(summary = "Lists the kiosks that run, oldest first")
    public Page<KioskView> running() {
        return new Page<>(devices.running(), Optional.empty());
    }

    /** Starts one. */
    @POST
    @Created
    @NotKept
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Starts a kiosk",
            description =
                    "Its token is shown this once. As Authorization: Bearer it may send POST /kiosk-entries and leave the"
                            + " kiosk; every other call is answered 403.")
    public NewKiosk start(KioskDraft draft) {
        return devices.start(draft);
    }

    /** Ends one from afar. */
    @POST
    @Path("{id}/end")
    @Operation(summary = "Ends a kiosk, at once and for good")
    public void end(@PathParam("id") long id) {
        devices.end(id);
    }

    /** Ends the one that asks. */
    @POST
    @Path("leave")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ends the kiosk whose token is shown, by its passcode",
            description = "After five wrong passcodes the next try has to wait: 429 with Retry-After.")
    public void leave(KioskPasscode body) {
        KioskDevices.Leaving leaving = devices.leave(KioskToken.of(request).orElse(""), body.passcode());
        if (!leaving.pause().isZero()) {
            throw AppException.tooMany(
                    "TOO_MANY_TRIES",
                    "Wait " + (leaving.pause().toSeconds() + 1)
                            + " seconds, then try again: there were too many tries.",
                    leaving.pause().plusSeconds(1));
        }
        if (!leaving.left()) {
            throw AppException.invalid("passcode", "WRONG_PASSCODE", "Type the passcode that was chosen at the start.");
        }
        KioskToken.take(request, response);
    }
}
