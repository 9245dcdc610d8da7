package org.kontor.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.access.Permission;
import org.kontor.signing.SignerView;
import org.kontor.signing.SigningAbility;
import org.kontor.signing.SigningDocumentView;
import org.kontor.signing.SigningDocuments;

/** What pages of a customer tell and offer of documents for signature (S4-134). */
@Named("signingBox")
@RequestScoped
public class SigningBox {

    @Inject
    SigningDocuments documents;

    @Inject
    ShellPage shell;

    private Optional<SigningAbility> ability = Optional.empty();

    /** Whether the reader may see documents. */
    public boolean isAllowed() {
        return shell.may(Permission.READ_DOCUMENT.wireName());
    }

    /** Whether the reader may make, send and withdraw them. */
    public boolean isOffered() {
        return isAllowed() && shell.may(Permission.WRITE_DOCUMENT.wireName());
    }

    /** What can be done with documents of a customer now. */
    public SigningAbility of(long customer) {
        if (ability.isEmpty()) {
            ability = Optional.of(documents.ability(customer));
        }
        return ability.get();
    }

    /** Style of where one stands. */
    public String style(SigningDocumentView document) {
        return switch (document.state()) {
            case SIGNED -> "k-status-open";
            case SENDING, SENT, WITHDRAWING -> document.trouble().isEmpty() ? "k-status-pending" : "k-status-warn";
            case FAILED, DECLINED -> "k-status-warn";
            case DRAFT -> "k-status-plain";
            case EXPIRED, WITHDRAWN -> "k-status-closed";
        };
    }

    /** Style of what a signer did last. */
    public String style(SignerView signer) {
        return switch (signer.state()) {
            case SIGNED -> "k-status-open";
            case SENT, OPENED -> "k-status-pending";
            case DECLINED -> "k-status-warn";
            case WAITING -> "k-status-plain";
        };
    }

    /** Names of the signers in one line. */
    public String names(SigningDocumentView document) {
        return document.signers().stream().map(SignerView::name).collect(Collectors.joining(", "));
    }
}
