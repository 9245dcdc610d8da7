package org.kontor.communication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kontor.access.Permission;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;

/** Messages go over to the customer who stays (S4-117), and with the customer who is erased. */
@ApplicationScoped
class OwnedMessages implements HoldsOwned {

    @Override
    public List<OwnedTable> ownedTables() {
        String permission = Permission.READ_MESSAGE.wireName();
        return List.of(
                OwnedTable.of("message", "message", "customer_id")
                        .exported(
                                "id",
                                "channel",
                                "direction",
                                "state",
                                "happened_at",
                                "contact_id",
                                "address",
                                "subject",
                                "text",
                                "trouble",
                                "connection_name",
                                "created_at",
                                "created_by")
                        .seenWith(permission),
                OwnedTable.through("message-file", "message_file", "message", "id", "message_id")
                        .exported("message_id", "kind", "reference_id", "name")
                        .seenWith(permission));
    }
}
