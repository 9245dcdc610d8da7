package org.kontor.contact;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.settings.SystemTableLookup;
import org.kontor.settings.SystemTableUse;
import org.kontor.shared.Sql;

/** The types that contacts have chosen from the system tables (S2-28). One in use is retired, not deleted (S2-29). */
@ApplicationScoped
public class ContactTypes implements SystemTableUse {

    @Inject
    SystemTableLookup lookup;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * The entry that a draft names; what a contact has chosen before stays, even when it was retired since.
     *
     * @throws org.kontor.shared.AppException naming what can be chosen
     */
    Optional<Long> chosen(ContactDraft draft, String before) {
        String wanted = draft.contactType();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Optional<SystemTableEntryView> kept =
                wanted.equals(before) ? lookup.find(SystemTable.CONTACT_TYPES, before) : Optional.empty();
        return Optional.of(kept.orElseGet(() -> lookup.chosen(SystemTable.CONTACT_TYPES, "contactType", wanted))
                .id());
    }

    /** All types by id, retired ones too, to show contacts with. */
    Map<Long, SystemTableEntryView> byId() {
        Map<Long, SystemTableEntryView> entries = new HashMap<>();
        lookup.entries(SystemTable.CONTACT_TYPES).forEach(entry -> entries.put(entry.id(), entry));
        return entries;
    }

    @Override
    public SystemTable table() {
        return SystemTable.CONTACT_TYPES;
    }

    @Override
    public long uses(long entryId) {
        return Sql.one(
                        dataSource,
                        "select count(*) from contact where contact_type_id = ?",
                        Sql.of(entryId),
                        row -> row.getLong(1))
                .orElse(0L);
    }
}
