package org.kontor.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kontor.access.Permission;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;

/** Links to accounting systems, with the balances told there, go over to the customer who stays, and with the one who is erased. */
@ApplicationScoped
class OwnedAccounting implements HoldsOwned {

    @Override
    public List<OwnedTable> ownedTables() {
        return List.of(
                OwnedTable.of("accounting-link", "accounting_link", "customer_id")
                        .exported("id", "connection_id", "remote_id", "found_by", "linked_at", "told_at", "gone"),
                OwnedTable.through("accounting-balance", "accounting_balance", "accounting_link", "id", "link_id")
                        .exported("link_id", "currency", "amount", "differs_since")
                        .seenWith(Permission.READ_RECEIVABLE.wireName()));
    }
}
