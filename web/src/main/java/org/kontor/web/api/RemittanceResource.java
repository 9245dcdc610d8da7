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
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.importing.RemittanceFile;
import org.kontor.importing.RemittanceFiles;
import org.kontor.receivable.RemittanceDraft;
import org.kontor.receivable.RemittanceView;
import org.kontor.receivable.Remittances;
import org.kontor.shared.Page;

/** The group remittance desk. */
@Path("/remittances")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class RemittanceResource {

    @Inject
    Remittances remittances;

    @Inject
    RemittanceFiles files;

    /** Reads a file. */
    @POST
    @Path("read")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Reads the rows of a remittance advice; nothing is kept",
            description =
                    "Parts: file (what an import reads, up to 5 MB); optional charset, delimiter, numberColumn, amountColumn. The"
                            + " answer's lines go into the body of the other operations. A row whose amount cannot be read refuses the"
                            + " file.")
    public RemittanceFile read(List<EntityPart> parts) {
        RemittanceForm form = RemittanceForm.of(parts);
        try (InputStream content = form.file().getContent()) {
            return files.read(
                    form.file().getFileName().orElse(""),
                    content,
                    form.reading(),
                    form.numberColumn(),
                    form.amountColumn());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What would happen. */
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Tells what would become of the payment and of each row, by the same code, and changes nothing")
    public RemittanceView preview(RemittanceDraft draft) {
        return remittances.preview(draft);
    }

    /** Records one. */
    @POST
    @Created("/remittances")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Records one payment over a customer tree and applies it as its rows say",
            description =
                    "Each row names an invoice of the payer or another customer of the same tree, and how much is for it (what is"
                            + " open when nothing is said). Rows are served in their order. outcome: SETTLED, SHORT, OVER,"
                            + " NO_MONEY_LEFT, NOTHING_OPEN, NOT_FOUND, SEVERAL, OTHER_CURRENCY, NO_NUMBER or NOT_POSITIVE. What no"
                            + " row takes stays unapplied. The same rows and amount of the same payer are refused (409"
                            + " REMITTANCE_RECORDED) until the payment is taken back.")
    public RemittanceView record(RemittanceDraft draft) {
        return remittances.record(draft);
    }

    /** Those that were recorded. */
    @GET
    @Operation(
            summary = "Lists payments with a remittance advice, the latest first, without their rows",
            description = "customerId: only those of this payer.")
    public Page<RemittanceView> list(
            @QueryParam("customerId") @DefaultValue("") String customerId, @BeanParam Paging paging) {
        return remittances.list(QueryValues.id("customerId", customerId), paging.request());
    }

    /** One. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows the advice of a payment and what became of each row")
    public Optional<RemittanceView> find(@PathParam("id") long id) {
        return remittances.find(id);
    }

    /** Takes one back. */
    @POST
    @Path("{id}/reverse")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Takes the payment of an advice back with all that it settled, by counter-entries. A reason is required")
    public RemittanceView reverse(@PathParam("id") long id, VoidBody body) {
        return remittances.reverse(id, body.effectiveDate(), body.reason());
    }
}
