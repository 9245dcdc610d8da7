package org.kontor.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.kontor.customer.CustomerGate;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Documents for signature as a caller may have them, and what is refused of them everywhere. */
@ApplicationScoped
class SigningGate {

    /** So many merges in a row may give a document away while one waits for it. */
    private static final int MOST_MERGES = 5;

    @Inject
    SigningRows rows;

    @Inject
    SigningRepository repository;

    @Inject
    CustomerGate gate;

    static AppException noService() {
        return new AppException(
                ErrorKind.CONFLICT,
                "NO_SIGNATURE_SERVICE",
                "Ask an administrator to set up and enable a connection to a service for electronic signatures under Connections:"
                        + " this customer’s company entity has none.");
    }

    static AppException archived() {
        return new AppException(
                ErrorKind.CONFLICT,
                "CUSTOMER_ARCHIVED",
                "Unarchive the customer first: nothing is sent for signature to who is archived.");
    }

    /** One that can be changed, in this version, held by this transaction. */
    SigningDocumentView editable(long id, long version) {
        SigningDocumentView now = held(id, version);
        if (!now.state().editable()) {
            throw new AppException(
                    ErrorKind.CONFLICT, "NOT_A_DRAFT", "Make another one: this document was sent for signature.");
        }
        return now;
    }

    /** One in this version, held by this transaction. */
    SigningDocumentView held(long id, long version) {
        hold(id);
        SigningDocumentView now = existing(id);
        if (now.version() != version) {
            throw AppException.stale();
        }
        return now;
    }

    /**
     * Holds the row of the customer whose document it is, until the transaction ends. A merge that was waited for may have given it to
     * somebody else: then it is that one's row. Whether there is such a document for the caller.
     */
    boolean hold(long id) {
        for (int i = 0; i < MOST_MERGES; i++) {
            Optional<Long> customer = repository.customerOf(id);
            if (customer.isEmpty()) {
                return false;
            }
            boolean there = gate.lockIfThere(customer.get()).isPresent();
            if (repository.customerOf(id).equals(customer)) {
                return there;
            }
        }
        throw AppException.stale();
    }

    /** One that is there. */
    SigningDocumentView existing(long id) {
        return row(id).map(SigningRow::view).orElseThrow(() -> absent(id));
    }

    /** One by its id; empty for one of a customer whom the caller does not see. */
    Optional<SigningRow> row(long id) {
        return rows.find(List.of(id)).stream().findFirst();
    }

    static AppException absent(long id) {
        return new AppException(
                ErrorKind.ABSENT, "DOCUMENT_NOT_FOUND", "Look for another document: there is none with id " + id + ".");
    }

    /** Which one it is, for the audit log. */
    static String subject(SigningDocumentView document) {
        return "document for signature " + document.id() + " of customer " + document.customerId();
    }
}
