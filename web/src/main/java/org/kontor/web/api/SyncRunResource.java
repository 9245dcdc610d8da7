package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.connector.Pulls;
import org.kontor.connector.SyncRunView;
import org.kontor.shared.Page;

/** Rounds of reading from connections. */
@Path("/sync-runs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class SyncRunResource {

    @Inject
    Pulls pulls;

    /** All, or those of a connection. */
    @GET
    @Operation(
            summary = "Lists rounds of reading from connections, the latest first",
            description =
                    "Each that somebody asked for, and of those by the clock each that brought something or broke off; kept 30 days."
                            + " connectionId: of one connection.")
    public Page<SyncRunView> list(
            @QueryParam("connectionId") @DefaultValue("") String connectionId, @BeanParam Paging paging) {
        return pulls.runs(QueryValues.id("connectionId", connectionId), paging.request());
    }

    /** One. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a round of reading from a connection")
    public Optional<SyncRunView> find(@PathParam("id") long id) {
        return pulls.run(id);
    }
}
