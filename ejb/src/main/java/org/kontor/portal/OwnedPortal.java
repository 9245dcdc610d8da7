package org.kontor.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;

/**
 * Access goes with its contact: over in a merge, where contacts with the same address become one, and back when it is taken back; an
 * erasure takes it (S4-99). What opens something is on no exit.
 */
@ApplicationScoped
class OwnedPortal implements HoldsOwned {

    @Override
    public List<OwnedTable> ownedTables() {
        return List.of(
                // What is stated of the customer that stays counts.
                OwnedTable.of("payment-way", "payment_way", "customer_id")
                        .merged(OwnedTable.Merge.GOES)
                        .exported("way"),
                OwnedTable.through("portal-access", "portal_access", "contact", "id", "contact_id")
                        .exported(
                                "contact_id",
                                "email",
                                "state",
                                "invited_at",
                                "invited_by",
                                "accepted_at",
                                "changed_at",
                                "changed_by"),
                OwnedTable.through("portal-invitation", "portal_invitation", "message", "id", "message_id")
                        .exported("message_id"),
                OwnedTable.through("portal-session", "portal_session", "portal_access", "id", "access_id")
                        .exported("created_at", "seen_at"),
                OwnedTable.through("portal-upload", "portal_upload", "portal_access", "id", "access_id")
                        .exported("at"));
    }
}
