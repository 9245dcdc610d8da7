package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.kontor.settings.CompanyEntities;
import org.kontor.settings.CompanyEntityDraft;
import org.kontor.settings.CompanyEntityView;
import org.kontor.shared.Page;

/** Company entities: the legal entities that own customers. */
@Path("/company-entities")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class CompanyEntityResource {

    @Inject
    CompanyEntities entities;

    /** All of them, at once: there are few. */
    @GET
    @Operation(summary = "Lists company entities, oldest first")
    public Page<CompanyEntityView> list() {
        return new Page<>(entities.list(), Optional.empty());
    }

    /** Adds one. */
    @POST
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a company entity")
    public CompanyEntityView create(CompanyEntityDraft draft) {
        return entities.create(draft);
    }

    /** One. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a company entity")
    public Optional<CompanyEntityView> find(@PathParam("id") long id) {
        return entities.find(id);
    }

    /** Changes one. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(summary = "Changes a company entity; customers keep the currency that they have")
    public CompanyEntityView change(
            @PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<CompanyEntityDraft> body) {
        CompanyEntityView now = entities.find(id).orElseThrow(Absent.of("company entity", id));
        return entities.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }
}
