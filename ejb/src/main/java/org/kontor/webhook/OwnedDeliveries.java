package org.kontor.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kontor.access.Permission;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.OwnedTable.Merge;

/** What was told of a customer to other systems. */
@ApplicationScoped
class OwnedDeliveries implements HoldsOwned {

    @Override
    public List<OwnedTable> ownedTables() {
        return List.of(OwnedTable.of("webhook-delivery", "webhook_delivery", "customer_id")
                .merged(Merge.STAYS)
                .seenWith(Permission.SUBSCRIBE_WEBHOOK.wireName())
                .exported("event", "occurred_at", "state", "attempted_at", "status", "answer", "facts"));
    }
}
