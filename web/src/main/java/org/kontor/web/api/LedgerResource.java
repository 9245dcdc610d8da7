package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.receivable.LedgerProof;
import org.kontor.receivable.ProofView;

/** The ledger as a whole. */
@Path("/ledger")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class LedgerResource {

    @Inject
    LedgerProof proof;

    /** Whether it balances. */
    @GET
    @Path("proof")
    @Operation(
            summary = "Proves that the ledger balances",
            description =
                    "Every posting is zero, and what is stored for speed is what the movements say; with ids of what is not. Reads every"
                            + " movement.")
    public ProofView proof() {
        return proof.run();
    }
}
