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
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceActions;
import org.kontor.receivable.InvoiceDraft;
import org.kontor.receivable.InvoiceQuery;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.Invoices;
import org.kontor.receivable.LedgerExport;
import org.kontor.receivable.PricedView;
import org.kontor.shared.Page;

/** Credit memos. */
@Path("/credit-memos")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class CreditMemoResource {

    @Inject
    Invoices invoices;

    @Inject
    InvoiceActions actions;

    @Inject
    LedgerExport export;

    /** Those that match, the latest issue date first. */
    @GET
    @Operation(
            summary = "Lists credit memos, the latest issue date first",
            description =
                    "status: DRAFT, OPEN, PARTIALLY_PAID, PAST_DUE, PAID, VOID, WRITTEN_OFF, separated by commas. customField:"
                            + " key:value, several: each must hold.")
    public Page<InvoiceView> list(@BeanParam InvoiceFilter filter, @BeanParam Paging paging) {
        return invoices.list(DocumentKind.CREDIT_MEMO, filter.query(), paging.request());
    }

    /** Makes one. */
    @POST
    @Created("/credit-memos")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes a credit memo",
            description =
                    "With status OPEN it is issued at once: it gets its number, counts from its issue date on, and stays as it"
                            + " is. Without a number the next one is drawn. The total follows from the lines.")
    public InvoiceView create(InvoiceDraft draft) {
        return invoices.create(DocumentKind.CREDIT_MEMO, draft);
    }

    /** What it would come to. */
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tells what the lines would come to, and stores nothing")
    public PricedView preview(InvoiceDraft draft) {
        return invoices.preview(DocumentKind.CREDIT_MEMO, draft);
    }

    /** The list as a file. */
    @GET
    @Path("export.csv")
    @Produces("text/csv")
    @Operation(
            summary = "Downloads credit memos as CSV",
            description = "All that match, with the parameters of the list. Needs export:receivable.")
    public Response export(@BeanParam InvoiceFilter filter) {
        InvoiceQuery query = filter.query();
        export.begin("credit memos", query.customerId());
        return CsvDownload.of("credit-memos.csv", out -> export.writeDocuments(DocumentKind.CREDIT_MEMO, query, out));
    }

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a credit memo, its balance and where it stands")
    public Optional<InvoiceView> find(@PathParam("id") long id) {
        return invoices.find(DocumentKind.CREDIT_MEMO, id);
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
        InvoiceView now = find(id).orElseThrow(Absent.of("credit memo", id));
        return invoices.revise(
                DocumentKind.CREDIT_MEMO, id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }

    /** Replaces its custom fields. */
    @PUT
    @Path("{id}/custom-fields")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replaces the custom fields of a credit memo, be it issued",
            description =
                    "They do not stand on paper, so they may change when the rest may not. A key that is left out has no value"
                            + " afterwards; with If-Match the version that was seen is the one that is changed, or 412.")
    public InvoiceView customFields(@PathParam("id") long id, @BeanParam IfMatch ifMatch, CustomFieldsBody body) {
        InvoiceView now = find(id).orElseThrow(Absent.of("credit memo", id));
        return invoices.note(DocumentKind.CREDIT_MEMO, id, ifMatch.version(now.version()), body.customFields());
    }

    /** Throws a draft away. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Throws a draft away; what was issued is voided instead")
    public void discard(@PathParam("id") long id) {
        invoices.discard(DocumentKind.CREDIT_MEMO, id);
    }

    /** Issues a draft. */
    @POST
    @Path("{id}/issue")
    @Operation(summary = "Issues a draft: it gets its number and counts from its issue date on")
    public InvoiceView issue(@PathParam("id") long id) {
        return invoices.issue(DocumentKind.CREDIT_MEMO, id);
    }

    /** Voids one. */
    @POST
    @Path("{id}/void")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Voids what was issued; what was applied is taken back. A reason is required")
    public InvoiceView voidIt(@PathParam("id") long id, VoidBody body) {
        return actions.voidIt(DocumentKind.CREDIT_MEMO, id, body.effectiveDate(), body.reason());
    }
}
