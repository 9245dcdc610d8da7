package org.kontor.medical;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kontor.access.Permission;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.OwnedTable.Merge;

/** Medical answers of a customer: encrypted, so that no column of them is exported as it is. */
@ApplicationScoped
class OwnedMedical implements HoldsOwned {

    @Override
    public List<OwnedTable> ownedTables() {
        return List.of(
                OwnedTable.of("medical-record", "medical_record", "id")
                        .merged(Merge.OBSERVES)
                        .seenWith(Permission.MEDICAL_CUSTOMER.wireName()),
                OwnedTable.through("medical-set-aside", "medical_set_aside", "customer_merge", "id", "merge_id")
                        .seenWith(Permission.MEDICAL_CUSTOMER.wireName()));
    }
}
