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
import org.kontor.settings.SystemTableEntryDraft;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.settings.SystemTableView;
import org.kontor.settings.SystemTables;
import org.kontor.shared.Page;

/** System tables: the lists of choices that a company makes its own. */
@Path("/system-tables")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class SystemTableResource {

    @Inject
    SystemTables tables;

    /** The tables that there are. */
    @GET
    @Operation(summary = "Lists the system tables")
    public Page<SystemTableView> tables() {
        return new Page<>(tables.tables(), Optional.empty());
    }

    /** The entries of a table, all at once: there are few. */
    @GET
    @Path("{table}")
    @Operation(summary = "Lists the entries of a system table in the order of choice, retired ones too")
    public Page<SystemTableEntryView> list(@PathParam("table") String table) {
        return new Page<>(tables.list(table), Optional.empty());
    }

    /** Adds an entry. */
    @POST
    @Path("{table}")
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Adds an entry to a system table",
            description = "Without code one is made of the name; without order it goes to the end.")
    public SystemTableEntryView create(@PathParam("table") String table, SystemTableEntryDraft draft) {
        return tables.create(table, draft);
    }

    /** One entry. */
    @GET
    @Path("{table}/{id}")
    @Operation(summary = "Shows an entry of a system table")
    public Optional<SystemTableEntryView> find(@PathParam("table") String table, @PathParam("id") long id) {
        return tables.find(table, id);
    }

    /** Changes an entry. */
    @PATCH
    @Path("{table}/{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(
            summary = "Changes an entry of a system table",
            description =
                    "active false retires it: it can no more be chosen, and stays where it was. The code never changes.")
    public SystemTableEntryView change(
            @PathParam("table") String table,
            @PathParam("id") long id,
            @BeanParam IfMatch ifMatch,
            JsonBody<SystemTableEntryDraft> body) {
        SystemTableEntryView now = tables.find(table, id).orElseThrow(Absent.of("entry", id));
        return tables.revise(table, id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }

    /** Deletes an entry that nothing uses. */
    @DELETE
    @Path("{table}/{id}")
    @Operation(summary = "Deletes an entry of a system table that nothing uses; 409 says how many records use it")
    public void delete(@PathParam("table") String table, @PathParam("id") long id, @BeanParam IfMatch ifMatch) {
        SystemTableEntryView now = tables.find(table, id).orElseThrow(Absent.of("entry", id));
        tables.delete(table, id, ifMatch.version(now.version()));
    }
}
