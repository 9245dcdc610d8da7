package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.document.LetterheadDraft;
import org.kontor.document.LetterheadView;
import org.kontor.document.Letterheads;

/** How company entities present themselves on paper. */
@Path("/letterheads")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class LetterheadResource {

    @Inject
    Letterheads letterheads;

    /** That of a company entity. */
    @GET
    @Path("{id}")
    @Operation(
            summary = "Shows the letterhead of a company entity: language, address, tax numbers, bank account, colour")
    public Optional<LetterheadView> find(@PathParam("id") long id) {
        return letterheads.find(id);
    }

    /** Changes it by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(
            summary = "Changes a letterhead",
            description =
                    "JSON Merge Patch; honours If-Match. What was made into a document before keeps its letterhead.")
    public LetterheadView change(@PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<LetterheadDraft> body) {
        LetterheadView now = letterheads.find(id).orElseThrow(Absent.of("company entity", id));
        return letterheads.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }

    /** Puts a picture on it. */
    @PUT
    @Path("{id}/logo")
    @Consumes({"image/png", "image/jpeg"})
    @Operation(
            summary = "Puts a logo on a letterhead",
            description = "The body is a PNG or JPEG picture of at most 512 KB and 4,000 pixels a side.")
    public LetterheadView replaceLogo(@PathParam("id") long id, InputStream picture) throws IOException {
        return letterheads.replaceLogo(id, picture.readNBytes(Letterheads.LOGO_MAX + 1));
    }

    /** Takes the picture off. */
    @DELETE
    @Path("{id}/logo")
    @Operation(summary = "Takes the logo off a letterhead")
    public LetterheadView removeLogo(@PathParam("id") long id) {
        return letterheads.removeLogo(id);
    }
}
