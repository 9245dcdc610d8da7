package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.receivable.AppliedView;
import org.kontor.receivable.HeldQuery;
import org.kontor.receivable.LedgerExport;
import org.kontor.receivable.PaymentDraft;
import org.kontor.receivable.PaymentView;
import org.kontor.receivable.Payments;
import org.kontor.shared.Page;

/** Payments. */
@Path("/payments")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class PaymentResource {

    @Inject
    Payments payments;

    @Inject
    LedgerExport export;

    /** Those that match, the latest recorded first. */
    @GET
    @Operation(
            summary = "Lists payments, the latest recorded first",
            description =
                    "unapplied=true: only those of which something is not applied. customField: key:value, several: each"
                            + " must hold.")
    public Page<PaymentView> list(
            @QueryParam("customerId") @DefaultValue("") String customerId,
            @QueryParam("unapplied") @DefaultValue("") String unapplied,
            @QueryParam("reference") @DefaultValue("") String reference,
            @QueryParam("customField") List<String> customField,
            @BeanParam Paging paging) {
        return payments.list(query(customerId, unapplied, reference, customField), paging.request());
    }

    /** Records one. */
    @POST
    @Created("/payments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Records a payment that arrived, and applies it",
            description =
                    "allocation: OLDEST_DUE_FIRST, LEGAL_ORDER (costs, interest, principal), MANUAL or INSTRUCTION with lines, or"
                            + " NONE; else as the company entity does it. Lines may name items of the whole account tree. What is left stays"
                            + " unapplied.")
    public PaymentView record(PaymentDraft draft) {
        return payments.record(draft);
    }

    /** What it would settle. */
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tells what recording it would settle, by the same code, and changes nothing")
    public AppliedView preview(PaymentDraft draft) {
        return payments.preview(draft);
    }

    /** The list as a file. */
    @GET
    @Path("export.csv")
    @Produces("text/csv")
    @Operation(
            summary = "Downloads payments as CSV",
            description = "All that match, with the parameters of the list. Needs export:receivable.")
    public Response export(
            @QueryParam("customerId") @DefaultValue("") String customerId,
            @QueryParam("unapplied") @DefaultValue("") String unapplied,
            @QueryParam("reference") @DefaultValue("") String reference,
            @QueryParam("customField") List<String> customField) {
        HeldQuery query = query(customerId, unapplied, reference, customField);
        export.begin("payments", query.customerId());
        return CsvDownload.of("payments.csv", out -> export.writePayments(query, out));
    }

    private static HeldQuery query(String customerId, String unapplied, String reference, List<String> customField) {
        return new HeldQuery(
                QueryValues.id("customerId", customerId),
                QueryValues.flag("unapplied", unapplied).orElse(false),
                reference,
                QueryValues.pairs("customField", customField));
    }

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a payment and what is left of it")
    public Optional<PaymentView> find(@PathParam("id") long id) {
        return payments.find(id);
    }

    /** Replaces its custom fields. */
    @PUT
    @Path("{id}/custom-fields")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replaces the custom fields of a payment",
            description =
                    "A key that is left out has no value afterwards; with If-Match the version that was seen is the one that is"
                            + " changed, or 412.")
    public PaymentView customFields(@PathParam("id") long id, @BeanParam IfMatch ifMatch, CustomFieldsBody body) {
        PaymentView now = find(id).orElseThrow(Absent.of("payment", id));
        return payments.note(id, ifMatch.version(now.version()), body.customFields());
    }

    /** Voids one. */
    @POST
    @Path("{id}/void")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Voids a payment that did not arrive; what it settled is owed again. A reason is required")
    public PaymentView voidIt(@PathParam("id") long id, VoidBody body) {
        return payments.voidIt(id, body.effectiveDate(), body.reason());
    }
}
