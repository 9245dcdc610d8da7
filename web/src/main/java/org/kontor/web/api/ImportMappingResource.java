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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.importing.Mappings;
import org.kontor.importing.SavedMapping;
import org.kontor.shared.Page;

/** Mappings of columns that are kept for the next file with the same header. */
@Path("/import-mappings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ImportMappingResource {

    @Inject
    Mappings mappings;

    /** Those that are kept. */
    @GET
    @Operation(
            summary =
                    "Lists the mappings that are kept; one is kept by starting an import with a mapping that has a name")
    public Page<SavedMapping> list(@BeanParam Paging paging) {
        return mappings.list(paging.request());
    }

    /** Forgets one. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Forgets a mapping; imports that used it stay as they are")
    public void delete(@PathParam("id") long id) {
        mappings.delete(id);
    }
}
