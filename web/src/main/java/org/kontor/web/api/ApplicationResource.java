package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.receivable.ApplicationDraft;
import org.kontor.receivable.ApplicationView;
import org.kontor.receivable.Applications;
import org.kontor.receivable.AppliedView;
import org.kontor.shared.Page;

/** Money linked to what it settles. Append-only. */
@Path("/applications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class ApplicationResource {

    @Inject
    Applications applications;

    /** Applications and counter-entries, the latest first. */
    @GET
    @Operation(
            summary = "Lists applications and their counter-entries, the latest first",
            description = "itemId: only those of this invoice, payment or credit.")
    public Page<ApplicationView> list(@QueryParam("itemId") @DefaultValue("") String itemId, @BeanParam Paging paging) {
        return applications.list(QueryValues.id("itemId", itemId), paging.request());
    }

    /** Applies money that is held. */
    @POST
    @Created("/applications")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Applies what is left of a payment or credit to what is owed",
            description =
                    "With lines, or by OLDEST_DUE_FIRST or LEGAL_ORDER. Never more than is left of either, on any day from"
                            + " effectiveDate on.")
    public AppliedView apply(ApplicationDraft draft) {
        return applications.apply(draft);
    }

    /** What applying would do. */
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tells what applying would do, by the same code, and changes nothing")
    public AppliedView preview(ApplicationDraft draft) {
        return applications.preview(draft);
    }

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows an application: from what to what, how much, by which rule")
    public Optional<ApplicationView> find(@PathParam("id") long id) {
        return applications.find(id);
    }

    /** Takes one back. */
    @POST
    @Path("{id}/reverse")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes an application back by a counter-entry; a reason is required")
    public ApplicationView reverse(@PathParam("id") long id, VoidBody body) {
        return applications.reverse(id, body.effectiveDate(), body.reason());
    }
}
