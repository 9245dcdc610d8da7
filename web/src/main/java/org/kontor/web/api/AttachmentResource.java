package org.kontor.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.note.AttachmentContent;
import org.kontor.note.AttachmentDraft;
import org.kontor.note.AttachmentView;
import org.kontor.note.Attachments;

/** Files by their id. */
@Path("/attachments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attachments")
public class AttachmentResource {

    @Inject
    Attachments attachments;

    /** What is said of one. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows what is said of a file, with its checksum")
    public Optional<AttachmentView> find(@PathParam("id") long id) {
        return attachments.find(id);
    }

    /** Changes what is said of one. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(summary = "Changes name, description or internal of a file", description = "JSON Merge Patch.")
    public AttachmentView change(@PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<AttachmentDraft> body) {
        AttachmentView now = attachments.find(id).orElseThrow(Absent.of("attachment", id));
        return attachments.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }

    /** Removes one. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Removes a file; that it was there stays in the timeline")
    public void remove(@PathParam("id") long id) {
        attachments.remove(id);
    }

    /** Its bytes. Always a download of no particular type: a browser is given nothing to show, and nothing to guess. */
    @GET
    @Path("{id}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Downloads a file")
    public Response content(@PathParam("id") long id) {
        AttachmentContent content = attachments.content(id).orElseThrow(Absent.of("attachment", id));
        StreamingOutput body = content::writeTo;
        return Response.ok(body, MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", disposition(content.view().name()))
                .header("Content-Length", content.view().size())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Repr-Digest", "sha-256=:" + base64(content.view().sha256()) + ":")
                .build();
    }

    /** A name in plain letters for old clients, and the name itself for all others (RFC 6266). */
    private static String disposition(String name) {
        StringBuilder plain = new StringBuilder();
        StringBuilder exact = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean letter =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
            plain.append(letter ? c : '_');
            exact.append(letter ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
    }

    private static String base64(String hex) {
        return java.util.Base64.getEncoder()
                .encodeToString(java.util.HexFormat.of().parseHex(hex));
    }
}
