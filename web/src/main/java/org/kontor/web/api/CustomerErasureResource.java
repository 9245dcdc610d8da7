package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kontor.lifecycle.ErasurePreview;
import org.kontor.lifecycle.ErasureView;
import org.kontor.lifecycle.Erasures;
import org.kontor.lifecycle.PersonalData;

/** Erases a customer, and gives out all data of one. */
@Path("/customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasure")
public class CustomerErasureResource {

    @Inject
    Erasures erasures;

    @Inject
    PersonalData personalData;

    /** What would happen. */
    @GET
    @Path("{id}/erasure-preview")
    @Operation(
            summary = "Shows what an erasure of a customer would do",
            description =
                    "What goes and what stays, which payment vaults are asked, which other systems know the customer and are not"
                            + " asked, and what stands in the way. Needs erase:customer.")
    public ErasurePreview preview(@PathParam("id") long id) {
        return erasures.preview(id);
    }

    /** Everything of one customer. */
    @GET
    @Path("{id}/personal-data.zip")
    @Produces("application/zip")
    @Operation(
            summary = "Downloads everything that Kontor holds of a customer",
            description =
                    "A zip with data.json, the same to read as data.html, and the files; streamed, and noted in the audit log. Needs"
                            + " export:personal-data, and what is needed to see each part: a part would be taken for the whole.")
    public Response personalData(@PathParam("id") long id) {
        personalData.begin(id);
        StreamingOutput body = out -> personalData.write(id, out);
        return Response.ok(body, "application/zip")
                .header("Content-Disposition", "attachment; filename=\"customer-" + id + ".zip\"")
                .build();
    }

    /** Begins. */
    @DELETE
    @Path("{id}")
    @Accepted("/erasures")
    @Operation(
            summary = "Erases a customer for good",
            description =
                    "There is no way back; POST /customers/{id}/archive is the alternative. If-Match with the version that was seen is"
                            + " required, as confirmation. 202 with the erasure, whose steps go on by themselves; then the id answers 410. 409 when"
                            + " something stands in the way. Needs erase:customer.")
    public ErasureView erase(@PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        String tag = ifMatch == null ? "" : ifMatch.strip().replaceFirst("^W/", "");
        OptionalLong version = tag.matches("\"\\d{1,18}\"")
                ? OptionalLong.of(Long.parseLong(tag.substring(1, tag.length() - 1)))
                : OptionalLong.empty();
        return erasures.erase(id, version);
    }
}
