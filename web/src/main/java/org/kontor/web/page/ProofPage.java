package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.receivable.LedgerProof;
import org.kontor.receivable.ProofView;

/** Proves the ledger when somebody asks: it reads every movement, so it is not done by opening the page. */
@Named("proofPage")
@ViewScoped
public class ProofPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    LedgerProof ledger;

    @Inject
    ShellPage shell;

    private Optional<ProofView> proof = Optional.empty();

    /** Refuses who may not prove; called once when the page is opened. */
    public void open() {
        shell.require(Permission.PROVE_RECEIVABLE);
    }

    /** Looks at the whole ledger. */
    public void prove() {
        proof = Optional.of(ledger.run());
    }

    /** What was found; null before somebody asked, as expressions know no Optional. */
    public @Nullable ProofView getProof() {
        return proof.orElse(null);
    }
}
