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
import org.kontor.customer.BatchDraft;
import org.kontor.customer.BatchView;
import org.kontor.customer.CustomerBatches;
import org.kontor.shared.Page;

/** Batch actions: the same change to every customer of a list. */
@Path("/customer-batches")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
public class CustomerBatchResource {

    @Inject
    CustomerBatches batches;

    /** Batches, newest first. */
    @GET
    @Operation(summary = "Lists batch actions, newest first")
    public Page<BatchView> list(@BeanParam Paging paging) {
        return batches.list(paging.request());
    }

    /** Starts one. */
    @POST
    @Accepted
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Does the same to every customer of a list",
            description =
                    "The list is narrowed by the parameters of GET /customers. dryRun=true does the same work, takes it"
                            + " back and tells how many would change.")
    public BatchView start(
            @BeanParam CustomerFilter filter,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            BatchDraft body) {
        return batches.start(body, filter.query(), dryRun);
    }

    /** One. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows how far a batch action is")
    public Optional<BatchView> find(@PathParam("id") long id) {
        return batches.find(id);
    }

    /** Does what a dry run has counted. */
    @POST
    @Path("{id}/perform")
    @Accepted("/customer-batches")
    @Operation(summary = "Does what a dry run has counted: the same change to the same list, as it is by now")
    public BatchView perform(@PathParam("id") long id) {
        return batches.perform(id);
    }

    /** Stops one. */
    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Stops a batch action before its next piece; what was done stays")
    public BatchView cancel(@PathParam("id") long id) {
        return batches.cancel(id);
    }
}
