package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.receivable.AdjustmentView;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceActions;
import org.kontor.receivable.InvoiceDraft;
import org.kontor.receivable.InvoiceQuery;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.Invoices;
import org.kontor.receivable.LedgerExport;
import org.kontor.receivable.PricedView;
import org.kontor.shared.Page;

/** Invoices. */
@Path("/invoices")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class InvoiceResource {

    @Inject
    Invoices invoices;

    @Inject
    InvoiceActions actions;

    @Inject
    LedgerExport export;

    /** Those that match, the latest issue date first. */
    @GET
    @Operation(
            summary = "Lists invoices, the latest issue date first",
            description =
                    "status: DRAFT, OPEN, PARTIALLY_PAID, PAST_DUE, PAID, VOID, WRITTEN_OFF, separated by commas. customField:"
                            + " key:value, several: each must hold.")
    public Page<InvoiceView> list(@BeanParam InvoiceFilter filter, @BeanParam Paging paging) {
        return invoices.list(DocumentKind.INVOICE, filter.query(), paging.request());
    }

    /** Makes one. */
    @POST
    @Created("/invoices")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes an invoice",
            description =
                    "With status OPEN it is issued at once: it gets its number, counts from its issue date on, and stays as it"
                            + " is. Without a number the next one is drawn. The total follows from the lines.")
    public InvoiceView create(InvoiceDraft draft) {
        return invoices.create(DocumentKind.INVOICE, draft);
    }

    /** What it would come to. */
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tells what the lines would come to, and stores nothing")
    public PricedView preview(InvoiceDraft draft) {
        return invoices.preview(DocumentKind.INVOICE, draft);
    }

    /** The list as a file. */
    @GET
    @Path("export.csv")
    @Produces("text/csv")
    @Operation(
            summary = "Downloads invoices as CSV",
            description = "All that match, with the parameters of the list. Needs export:receivable.")
    public Response export(@BeanParam InvoiceFilter filter) {
        InvoiceQuery query = filter.query();
        export.begin("invoices", query.customerId());
        return CsvDownload.of("invoices.csv", out -> export.writeDocuments(DocumentKind.INVOICE, query, out));
    }

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows an invoice, its balance and where it stands")
    public Optional<InvoiceView> find(@PathParam("id") long id) {
        return invoices.find(DocumentKind.INVOICE, id);
    }

    /** Changes a draft by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(
            summary = "Changes a draft; status OPEN issues it",
            description =
                    "JSON Merge Patch; with If-Match the version that was seen is the one that is changed, or 412."
                            + " What was issued is not changed any more: 409.")
    public InvoiceView change(@PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<InvoiceDraft> body) {
        InvoiceView now = find(id).orElseThrow(Absent.of("invoice", id));
        return invoices.revise(
                DocumentKind.INVOICE, id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }

    /** Replaces its custom fields. */
    @PUT
    @Path("{id}/custom-fields")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replaces the custom fields of an invoice, be it issued",
            description =
                    "They do not stand on paper, so they may change when the rest may not. A key that is left out has no value"
                            + " afterwards; with If-Match the version that was seen is the one that is changed, or 412.")
    public InvoiceView customFields(@PathParam("id") long id, @BeanParam IfMatch ifMatch, CustomFieldsBody body) {
        InvoiceView now = find(id).orElseThrow(Absent.of("invoice", id));
        return invoices.note(DocumentKind.INVOICE, id, ifMatch.version(now.version()), body.customFields());
    }

    /** Throws a draft away. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Throws a draft away; what was issued is voided instead")
    public void discard(@PathParam("id") long id) {
        invoices.discard(DocumentKind.INVOICE, id);
    }

    /** Issues a draft. */
    @POST
    @Path("{id}/issue")
    @Operation(summary = "Issues a draft: it gets its number and counts from its issue date on")
    public InvoiceView issue(@PathParam("id") long id) {
        return invoices.issue(DocumentKind.INVOICE, id);
    }

    /** Voids one. */
    @POST
    @Path("{id}/void")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Voids what was issued; what was applied is taken back. A reason is required")
    public InvoiceView voidIt(@PathParam("id") long id, VoidBody body) {
        return actions.voidIt(DocumentKind.INVOICE, id, body.effectiveDate(), body.reason());
    }

    /** Gives up what is left of one. */
    @POST
    @Path("{id}/write-off")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Writes off what is left of an invoice, or a part of it; a reason is required")
    public InvoiceView writeOff(@PathParam("id") long id, WriteOffBody body) {
        return actions.writeOff(id, body.amount(), body.effectiveDate(), body.reason());
    }

    /** Takes back what was written off of one. */
    @POST
    @Path("{id}/reinstate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes back what was written off of an invoice: it is owed again; a reason is required")
    public InvoiceView reinstate(@PathParam("id") long id, VoidBody body) {
        return actions.reinstate(id, body.effectiveDate(), body.reason());
    }

    /** Notes that the customer contests one. */
    @POST
    @Path("{id}/dispute")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Notes that the customer contests an invoice, with what they say")
    public InvoiceView dispute(@PathParam("id") long id, DisputeBody body) {
        return actions.dispute(id, body.reason());
    }

    /** Ends a dispute. */
    @POST
    @Path("{id}/resolve")
    @Operation(summary = "Ends the dispute of an invoice")
    public InvoiceView resolve(@PathParam("id") long id) {
        return actions.resolve(id);
    }

    /** When it was settled and had a balance again. */
    @GET
    @Path("{id}/adjustments")
    @Operation(summary = "Lists when an invoice was settled and had a balance again, the latest first")
    public Page<AdjustmentView> adjustments(@PathParam("id") long id) {
        return new Page<>(actions.adjustments(id), Optional.empty());
    }
}
