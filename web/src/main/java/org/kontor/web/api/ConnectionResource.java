package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.connector.ConnectionDraft;
import org.kontor.connector.ConnectionTest;
import org.kontor.connector.ConnectionTests;
import org.kontor.connector.ConnectionView;
import org.kontor.connector.Connections;
import org.kontor.connector.PullView;
import org.kontor.connector.Pulls;
import org.kontor.connector.SyncRunView;
import org.kontor.shared.Page;

/** Connections: configured instances of connectors. Secrets go in and never come out. */
@Path("/connections")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class ConnectionResource {

    @Inject
    Connections connections;

    @Inject
    ConnectionTests tests;

    @Inject
    Pulls pulls;

    /** All of them, at once: there are few. */
    @GET
    @Operation(summary = "Lists connections, oldest first, without their secrets")
    public Page<ConnectionView> list() {
        return new Page<>(connections.list(), Optional.empty());
    }

    /** Sets one up. */
    @POST
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets up a connection; its settings are those of GET /connectors/{id}")
    public ConnectionView create(ConnectionDraft draft) {
        return connections.create(draft);
    }

    /** One. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a connection without its secrets")
    public Optional<ConnectionView> find(@PathParam("id") long id) {
        return connections.find(id);
    }

    /** Changes one. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(summary = "Changes a connection; secrets that are not given stay, an empty text removes one")
    public ConnectionView change(@PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<ConnectionDraft> body) {
        ConnectionView now = connections.find(id).orElseThrow(Absent.of("connection", id));
        return connections.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }

    /** Removes one. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Removes a connection with its secrets, for good")
    public void delete(@PathParam("id") long id, @BeanParam IfMatch ifMatch) {
        ConnectionView now = connections.find(id).orElseThrow(Absent.of("connection", id));
        connections.delete(id, ifMatch.version(now.version()));
    }

    /** Tries one out. */
    @POST
    @Path("{id}/test")
    @NotKept
    @Operation(summary = "Asks the remote system whether it would take our calls; changes nothing there")
    public ConnectionTest test(@PathParam("id") long id) {
        return tests.test(id);
    }

    /** How far its pulls are. */
    @GET
    @Path("{id}/pulls")
    @Operation(
            summary = "Tells how far the pulls of a connection are",
            description =
                    "Tickets (TICKET_SOURCE) and, when the company setting linkedInUpdates is on, public profiles (PROFILE_WATCH):"
                            + " when the last round ended, when the next one is due, why the last one broke off, and what could not be"
                            + " taken by the remote system's own id.")
    public Page<PullView> pulls(@PathParam("id") long id) {
        return new Page<>(pulls.of(id), Optional.empty());
    }

    /** Reads now. */
    @POST
    @Path("{id}/sync")
    @Accepted("/sync-runs")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Reads from a connection at once",
            description =
                    "A job does it, whenever the next round is due; fromStart reads everything again that the remote system still tells,"
                            + " nothing is made twice. 409 when nothing is read from the connection now.")
    public SyncRunView sync(@PathParam("id") long id, SyncBody body) {
        return pulls.begin(id, body.fromStart());
    }
}
