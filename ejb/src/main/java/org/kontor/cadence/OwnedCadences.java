package org.kontor.cadence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kontor.access.Permission;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;

/** To-dos go over to the customer who stays; of cadences that customer has one at most, {@link Assignments} says which. */
@ApplicationScoped
class OwnedCadences implements HoldsOwned {

    @Override
    public List<OwnedTable> ownedTables() {
        return List.of(
                OwnedTable.of("cadence", "customer_cadence", "customer_id")
                        .merged(OwnedTable.Merge.UNITES)
                        .exported("cadence_id", "manual", "assigned_at", "assigned_by")
                        .seenWith(Permission.READ_CADENCE.wireName()),
                OwnedTable.of("to-do", "to_do", "customer_id")
                        .exported(
                                "id",
                                "kind",
                                "subject",
                                "text",
                                "due_on",
                                "state",
                                "item_id",
                                "message_id",
                                "created_at",
                                "created_by",
                                "closed_at",
                                "closed_by",
                                "occasion",
                                "reason",
                                "trouble")
                        .seenWith(Permission.READ_TO_DO.wireName()));
    }
}
