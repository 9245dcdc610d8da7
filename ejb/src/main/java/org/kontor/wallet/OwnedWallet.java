package org.kontor.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.connector.NeedsConnection;
import org.kontor.shared.CustomersMerged;
import org.kontor.shared.ErasureObstacle;
import org.kontor.shared.HoldsBackErasure;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.OwnedTable.Merge;

/**
 * What becomes of payment methods with their customers. A merge brings them over: a target without an active one gets those of the
 * sources as they are (S4-113); one that has an active one keeps it, and the others are kept as history (S4-114, X-31). What the vault
 * calls the payer stays with each method, and one with a payment under way is held for its former customer until that has ended
 * . An erasure waits for authorised payments (S4-104).
 */
@ApplicationScoped
class OwnedWallet implements HoldsOwned, HoldsBackErasure, NeedsConnection {

    @Inject
    PaymentMethodRepository repository;

    @Override
    public List<OwnedTable> ownedTables() {
        String permission = Permission.READ_RECEIVABLE.wireName();
        return List.of(
                OwnedTable.of("payment-method", "payment_method", "customer_id")
                        .merged(Merge.UNITES, "id::text")
                        .exported(
                                "id",
                                "type",
                                "brand",
                                "last_digits",
                                "expires",
                                "active",
                                "removal_message",
                                "created_at",
                                "created_by")
                        .seenWith(permission),
                OwnedTable.through(
                                "payment-authorisation", "payment_authorisation", "payment_method", "id", "method_id")
                        .exported("method_id", "reference", "amount", "at", "actor")
                        .seenWith(permission));
    }

    void on(@Observes CustomersMerged merged) {
        repository.unite(merged.target(), merged.sources());
    }

    @Override
    public List<ErasureObstacle> obstacles(long customerId) {
        List<String> underWay = repository.underWay(customerId);
        return underWay.isEmpty()
                ? List.of()
                : List.of(new ErasureObstacle(
                        "PAYMENT_AUTHORISED",
                        "Wait until these authorised payments have ended, or archive the customer instead: "
                                + String.join(", ", underWay) + "."));
    }

    @Override
    public Optional<String> neededFor(long connectionId) {
        long methods = repository.behind(connectionId);
        return methods == 0
                ? Optional.empty()
                : Optional.of((methods == 1 ? "1 payment method" : methods + " payment methods")
                        + " of customers would be forgotten there");
    }
}
