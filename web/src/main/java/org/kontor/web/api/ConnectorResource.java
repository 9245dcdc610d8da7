package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.connector.ConnectorDetails;
import org.kontor.connector.ConnectorRegistry;
import org.kontor.connector.ConnectorView;
import org.kontor.shared.Page;

/** The connectors that are installed now. */
@Path("/connectors")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class ConnectorResource {

    @Inject
    ConnectorRegistry registry;

    /** Connectors, by id; always all of them. */
    @GET
    @Operation(summary = "Lists the installed connectors and how they are")
    public Page<ConnectorView> list() {
        return new Page<>(registry.list(), Optional.empty());
    }

    /** One connector. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows an installed connector, the settings of its connections and its error codes")
    public Optional<ConnectorDetails> find(@PathParam("id") String id) {
        return registry.find(id);
    }
}
