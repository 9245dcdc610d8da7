package org.kontor.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.connector.NeedsConnection;
import org.kontor.shared.CustomersUnmerged;
import org.kontor.shared.ErasureObstacle;
import org.kontor.shared.HoldsBackErasure;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;

/**
 * Documents for signature go over to the customer who stays, with their files (S4-121), and with the customer who is erased. An erasure
 * waits while people can still sign one: withdrawing it is a call to the service, and it has to be answered before Kontor forgets what to
 * ask for.
 */
@ApplicationScoped
class OwnedSigning implements HoldsOwned, HoldsBackErasure, NeedsConnection {

    @Inject
    SigningRepository repository;

    @Override
    public List<OwnedTable> ownedTables() {
        String permission = Permission.READ_DOCUMENT.wireName();
        return List.of(
                OwnedTable.of("signing-document", "signing_document", "customer_id")
                        .exported(
                                "id",
                                "name",
                                "message",
                                "in_order",
                                "expires_on",
                                "state",
                                "reason",
                                "trouble",
                                "connection_name",
                                "sent_at",
                                "ended_at",
                                "created_at",
                                "created_by")
                        .seenWith(permission),
                OwnedTable.through("signing-signer", "signing_signer", "signing_document", "id", "document_id")
                        .exported("document_id", "position", "name", "email", "state", "at", "reminded_at")
                        .seenWith(permission));
    }

    /** What a service gave between a merge and its undo goes with its document, and so does what happened to it. */
    void on(@Observes CustomersUnmerged unmerged) {
        repository.bringHistory(unmerged.target(), unmerged.sources());
        repository.bringFiles(unmerged.sources());
    }

    @Override
    public List<ErasureObstacle> obstacles(long customerId) {
        List<String> underWay = repository.underWay(customerId);
        return underWay.isEmpty()
                ? List.of()
                : List.of(new ErasureObstacle(
                        "DOCUMENT_UNDER_WAY",
                        "Withdraw these documents first, or wait until they were signed: " + String.join(", ", underWay)
                                + "."));
    }

    @Override
    public Optional<String> neededFor(long connectionId) {
        long documents = repository.behind(connectionId);
        return documents == 0
                ? Optional.empty()
                : Optional.of((documents == 1 ? "1 document" : documents + " documents")
                        + " of customers could be neither signed nor withdrawn any more");
    }
}
