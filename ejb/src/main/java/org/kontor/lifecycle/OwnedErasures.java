package org.kontor.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kontor.access.Permission;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.OwnedTable.Merge;

/** That a customer was erased, or was to be. */
@ApplicationScoped
class OwnedErasures implements HoldsOwned {

    private static final String PROOF =
            "That the erasure was done must be proved; the number tells nothing of the person.";

    @Override
    public List<OwnedTable> ownedTables() {
        return List.of(
                OwnedTable.of("erasure", "erasure", "customer_id")
                        .merged(Merge.STAYS)
                        .kept(PROOF)
                        .seenWith(Permission.ERASE_CUSTOMER.wireName())
                        .exported("id", "created_at", "created_by", "state", "message"),
                OwnedTable.through("erasure-step", "erasure_step", "erasure", "id", "erasure_id")
                        .kept(PROOF)
                        .seenWith(Permission.ERASE_CUSTOMER.wireName())
                        .exported("kind", "state", "system", "message"));
    }
}
