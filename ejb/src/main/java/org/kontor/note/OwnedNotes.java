package org.kontor.note;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;

/** Notes, journal and files of a customer. */
@ApplicationScoped
class OwnedNotes implements HoldsOwned {

    @Override
    public List<OwnedTable> ownedTables() {
        return List.of(
                OwnedTable.of("note", "note", "customer_id").exported("text", "internal", "created_at", "created_by"),
                OwnedTable.of("journal-entry", "journal_entry", "customer_id")
                        .exported(
                                "happened_at",
                                "topic",
                                "action_id",
                                "contact_id",
                                "text",
                                "created_at",
                                "created_by",
                                "updated_at",
                                "updated_by"),
                OwnedTable.of("attachment", "attachment", "customer_id")
                        .exported(
                                "id",
                                "document_id",
                                "signing_id",
                                "signing_role",
                                "name",
                                "description",
                                "internal",
                                "size",
                                "sha256",
                                "created_at",
                                "created_by"),
                OwnedTable.through("attachment-piece", "attachment_piece", "attachment", "id", "attachment_id"));
    }
}
