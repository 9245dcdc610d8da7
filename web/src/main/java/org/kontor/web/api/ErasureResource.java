package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
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
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.lifecycle.CertificateKey;
import org.kontor.lifecycle.ErasureCertificates;
import org.kontor.lifecycle.ErasurePreview;
import org.kontor.lifecycle.ErasureView;
import org.kontor.lifecycle.Erasures;
import org.kontor.shared.Page;

/** Erasures: how far they are, and what proves them. */
@Path("/erasures")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasure")
public class ErasureResource {

    @Inject
    Erasures erasures;

    @Inject
    ErasureCertificates certificates;

    /** All, newest first. */
    @GET
    @Operation(summary = "Lists erasures, newest first", description = "Needs erase:customer.")
    public Page<ErasureView> list(@BeanParam Paging paging) {
        return erasures.list(paging.request());
    }

    /** Begins one, or shows what would happen. */
    @POST
    @Accepted
    @DryRun(ErasurePreview.class)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Erases a customer for good",
            description =
                    "As DELETE /customers/{id}, confirmed by the id alone. With dryRun=true nothing is erased, and 200 tells what would"
                            + " be. Needs erase:customer.")
    @Answers(ErasureView.class)
    public Record erase(
            @QueryParam("dryRun") @DefaultValue("") String dryRun, @BeanParam IfMatch ifMatch, ErasureBody body) {
        return QueryValues.flag("dryRun", dryRun).orElse(false)
                ? erasures.preview(body.customerId())
                : erasures.erase(body.customerId(), ifMatch.named());
    }

    /** One. */
    @GET
    @Path("{id}")
    @Operation(
            summary = "Shows how far an erasure is",
            description =
                    "state as of all long work, stage in words of its own: BLOCKED (FAILED): something stood in the way, nothing was"
                            + " erased. ERASED (RUNNING): Kontor holds nothing any more, another system has not confirmed yet. COMPLETED"
                            + " (SUCCEEDED): all have. certificate is that of GET /erasures/{id}/certificate; null while nothing was"
                            + " erased.")
    public Optional<ErasureView> find(@PathParam("id") long id) {
        return erasures.find(id).map(view -> view.erasedAt().isPresent() ? view.with(certificates.of(id)) : view);
    }

    /** Tries what is open. */
    @POST
    @Path("{id}/retry")
    @Accepted("/erasures")
    @Operation(summary = "Tries the steps of an erasure that are open now, whatever their day is")
    public ErasureView retry(@PathParam("id") long id) {
        return erasures.retry(id);
    }

    /** The proof. */
    @GET
    @Path("{id}/certificate")
    @Operation(
            summary = "Downloads the signed certificate of an erasure",
            description =
                    "Without personal data. It claims what is confirmed by now, and grows as confirmations arrive. The signature"
                            + " (Ed25519) is over the value of certificate in canonical form: keys in order, no blanks (RFC 8785).")
    public JsonObject certificate(@PathParam("id") long id) {
        return certificates.of(id);
    }

    /** The proof on paper. */
    @GET
    @Path("{id}/certificate.pdf")
    @Produces("application/pdf")
    @Operation(
            summary = "Downloads the certificate of an erasure as PDF",
            description = "Tagged PDF/A-3, in English: whatever stands in the signed file, and its signature.")
    public Response paper(@PathParam("id") long id) {
        return Papers.download(certificates.paper(id));
    }

    /** What it is verified with. */
    @GET
    @Path("public-key")
    @Operation(summary = "Shows the public key that certificates are verified with, as PEM")
    public CertificateKey publicKey() {
        return certificates.publicKey();
    }
}
