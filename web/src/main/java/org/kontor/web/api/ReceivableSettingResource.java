package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.receivable.ReceivableSettings;
import org.kontor.receivable.ReceivableSettingsDraft;
import org.kontor.receivable.ReceivableSettingsView;

/** How company entities work with what they are owed. */
@Path("/receivable-settings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class ReceivableSettingResource {

    @Inject
    ReceivableSettings settings;

    /** Those of a company entity. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows the locked period, terms, tax and number ranges of a company entity")
    public Optional<ReceivableSettingsView> find(@PathParam("id") long id) {
        return settings.find(id);
    }

    /** Changes them by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(
            summary = "Changes them",
            description =
                    "lockedThrough: nothing is posted up to this day, except by those who may. JSON Merge Patch; honours If-Match.")
    public ReceivableSettingsView change(
            @PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<ReceivableSettingsDraft> body) {
        ReceivableSettingsView now = settings.find(id).orElseThrow(Absent.of("company entity", id));
        return settings.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }
}
