package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.shared.Page;
import org.kontor.suppression.SuppressionList;
import org.kontor.suppression.SuppressionView;

/** What keeps people from coming in again whose data was erased. */
@Path("/suppressions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasure")
public class SuppressionResource {

    @Inject
    SuppressionList suppressions;

    /** All, newest first. */
    @GET
    @Operation(
            summary = "Lists by how many keyed hashes erased people are recognised, newest erasure first",
            description = "Nothing of it tells who was erased. Needs lift:suppression.")
    public Page<SuppressionView> list(@BeanParam Paging paging) {
        return suppressions.list(paging.request());
    }

    /** That of one erasure. */
    @GET
    @Path("{erasureId}")
    @Operation(summary = "Shows by how many keyed hashes the person of an erasure is recognised")
    public Optional<SuppressionView> find(@PathParam("erasureId") long erasureId) {
        return suppressions.find(erasureId);
    }

    /** Lifts it. */
    @DELETE
    @Path("{erasureId}")
    @Operation(
            summary = "Lets the person of an erasure come in again",
            description =
                    "Their hashes are forgotten; the refusal of an import, a sync or a request names the erasure.")
    public void lift(@PathParam("erasureId") long erasureId) {
        suppressions.lift(erasureId);
    }
}
