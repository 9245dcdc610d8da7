package org.kontor.kiosk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;

/** How a customer entered themselves. */
@ApplicationScoped
class OwnedEntries implements HoldsOwned {

    @Override
    public List<OwnedTable> ownedTables() {
        return List.of(OwnedTable.of("kiosk-entry", "kiosk_entry", "customer_id")
                .exported("at", "actor", "reviewed_at", "reviewed_by"));
    }
}
