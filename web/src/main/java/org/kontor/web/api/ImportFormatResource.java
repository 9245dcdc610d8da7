package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.importing.ImportFormatView;
import org.kontor.importing.Imports;

/** The import formats that are installed now. */
@Path("/import-formats")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ImportFormatResource {

    @Inject
    Imports imports;

    /** Import formats, by name. */
    @GET
    @Operation(summary = "Lists the import formats that the installed connectors offer")
    public List<ImportFormatView> list() {
        return imports.formats();
    }
}
