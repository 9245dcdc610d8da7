package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.access.ApiKeyDraft;
import org.kontor.access.ApiKeyView;
import org.kontor.access.ApiKeys;
import org.kontor.access.NewApiKey;
import org.kontor.shared.Page;

/** API keys. There is no PATCH: a key that should be otherwise is replaced. */
@Path("/api-keys")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class ApiKeyResource {

    @Inject
    ApiKeys apiKeys;

    /** Keys, oldest first. */
    @GET
    @Operation(summary = "Lists the caller's API keys; with write:user everybody's")
    public Page<ApiKeyView> list(@BeanParam Paging paging) {
        return apiKeys.list(paging.request());
    }

    /** Makes a key. */
    @POST
    @Created
    @NotKept
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes an API key for the caller; the key is shown this once")
    public NewApiKey create(ApiKeyDraft draft) {
        return apiKeys.create(draft);
    }

    /** One key, without the key itself. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows an API key without the key itself")
    public Optional<ApiKeyView> find(@PathParam("id") long id) {
        return apiKeys.find(id);
    }

    /** Revokes a key. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Revokes an API key, at once and for good")
    public void revoke(@PathParam("id") long id) {
        apiKeys.revoke(id);
    }
}
