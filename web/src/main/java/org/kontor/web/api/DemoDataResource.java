package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.importing.DemoData;
import org.kontor.importing.ImportView;

/** Made-up customers for trying Kontor out. */
@Path("/demo-data")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class DemoDataResource {

    @Inject
    DemoData demoData;

    /** Brings the made-up customers in. */
    @POST
    @Created("/imports")
    @Operation(summary = "Brings in some made-up customers; those that are there already are skipped")
    public ImportView load() {
        return demoData.load();
    }
}
