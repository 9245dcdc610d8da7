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
import org.kontor.access.Preferences;
import org.kontor.access.PreferencesDraft;
import org.kontor.access.PreferencesView;

/** How whoever is asking likes to work. */
@Path("/users/me/preferences")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class PreferenceResource {

    @Inject
    Preferences preferences;

    /** What was chosen. */
    @GET
    @Operation(summary = "Shows the preferences of whoever is asking: colours, language, first page")
    public PreferencesView mine() {
        return preferences.mine();
    }

    /** Chooses. */
    @PATCH
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(summary = "Changes the preferences of whoever is asking; null brings one back to what it is by default")
    public PreferencesView change(@BeanParam IfMatch ifMatch, JsonBody<PreferencesDraft> body) {
        PreferencesView now = preferences.mine();
        return preferences.revise(ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }
}
