package org.kontor.ticket;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kontor.database.DatabaseDefinition;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.settings.SystemTableLookup;
import org.kontor.settings.SystemTableUse;
import org.kontor.shared.Sql;

/** What can be chosen for a ticket: entries of system tables. */
@ApplicationScoped
class TicketChoices {

    private static final List<SystemTable> TABLES =
            List.of(SystemTable.TICKET_TYPES, SystemTable.TICKET_PRIORITIES, SystemTable.TICKET_SEVERITIES);

    @Inject
    SystemTableLookup lookup;

    /** What a ticket has chosen; empty for nothing. */
    record Chosen(Optional<Long> type, Optional<Long> priority, Optional<Long> severity) {}

    /**
     * The entries that a draft names. What a ticket has chosen before stays, even when it was retired since.
     *
     * @throws org.kontor.shared.AppException naming what can be chosen
     */
    Chosen of(TicketDraft draft, Optional<TicketView> before) {
        return new Chosen(
                entry(SystemTable.TICKET_TYPES, "type", draft.type(), before.map(TicketView::type)),
                entry(SystemTable.TICKET_PRIORITIES, "priority", draft.priority(), before.map(TicketView::priority)),
                entry(SystemTable.TICKET_SEVERITIES, "severity", draft.severity(), before.map(TicketView::severity)));
    }

    private Optional<Long> entry(SystemTable table, String field, String codeOrName, Optional<String> before) {
        if (codeOrName.isEmpty()) {
            return Optional.empty();
        }
        Optional<SystemTableEntryView> kept =
                before.filter(codeOrName::equals).flatMap(code -> lookup.find(table, code));
        return Optional.of(
                kept.orElseGet(() -> lookup.chosen(table, field, codeOrName)).id());
    }

    /** The code of the active entry that this word names, regardless of case; empty for none. */
    Optional<String> code(SystemTable table, String word) {
        return word.isBlank()
                ? Optional.empty()
                : lookup.find(table, word).filter(SystemTableEntryView::active).map(SystemTableEntryView::code);
    }

    /** All entries by id, to show tickets with. */
    Map<Long, SystemTableEntryView> byId() {
        Map<Long, SystemTableEntryView> entries = new HashMap<>();
        TABLES.forEach(table -> lookup.entries(table).forEach(entry -> entries.put(entry.id(), entry)));
        return entries;
    }

    static String code(Map<Long, SystemTableEntryView> entries, @Nullable Long id) {
        return Optional.ofNullable(id)
                .map(entries::get)
                .map(SystemTableEntryView::code)
                .orElse("");
    }

    static String name(Map<Long, SystemTableEntryView> entries, @Nullable Long id) {
        return Optional.ofNullable(id)
                .map(entries::get)
                .map(SystemTableEntryView::name)
                .orElse("");
    }

    /** Counts the tickets of a type. */
    @Dependent
    static class TypeUse implements SystemTableUse {

        @Resource(lookup = DatabaseDefinition.NAME)
        DataSource dataSource;

        @Override
        public SystemTable table() {
            return SystemTable.TICKET_TYPES;
        }

        @Override
        public long uses(long entryId) {
            return count(dataSource, "select count(*) from ticket where type_id = ?", entryId);
        }
    }

    /** Counts the tickets of a priority. */
    @Dependent
    static class PriorityUse implements SystemTableUse {

        @Resource(lookup = DatabaseDefinition.NAME)
        DataSource dataSource;

        @Override
        public SystemTable table() {
            return SystemTable.TICKET_PRIORITIES;
        }

        @Override
        public long uses(long entryId) {
            return count(dataSource, "select count(*) from ticket where priority_id = ?", entryId);
        }
    }

    /** Counts the tickets of a severity. */
    @Dependent
    static class SeverityUse implements SystemTableUse {

        @Resource(lookup = DatabaseDefinition.NAME)
        DataSource dataSource;

        @Override
        public SystemTable table() {
            return SystemTable.TICKET_SEVERITIES;
        }

        @Override
        public long uses(long entryId) {
            return count(dataSource, "select count(*) from ticket where severity_id = ?", entryId);
        }
    }

    private static long count(DataSource dataSource, String sql, long entryId) {
        return Sql.one(dataSource, sql, Sql.of(entryId), row -> row.getLong(1)).orElse(0L);
    }
}
