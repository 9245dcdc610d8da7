package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.settings.CompanySettings;
import org.kontor.settings.SettingsDraft;
import org.kontor.settings.SettingsView;

/** Company settings: one resource with one version. */
@Path("/settings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class SettingResource {

    @Inject
    CompanySettings settings;

    /** All of them. */
    @GET
    @Operation(
            summary = "Shows the company settings",
            description = "values holds every setting with its present value, catalogue what each is about.")
    public SettingsView show() {
        return settings.show();
    }

    /** Changes some. */
    @PATCH
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(
            summary = "Changes company settings",
            description = "JSON Merge Patch of values; null brings a setting back to its default.")
    public SettingsView change(@BeanParam IfMatch ifMatch, JsonBody<SettingsDraft> body) {
        SettingsView now = settings.show();
        return settings.revise(ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }
}
