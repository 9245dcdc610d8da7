package org.kontor.note;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.customer.FieldCheck;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.settings.SystemTableLookup;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Writes, corrects and lists what was done with customers. Entries are not removed. */
@Stateless
public class Journal {

    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");
    private static final int TEXT_MAX = 20_000;

    /** Clocks of other systems differ a little. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    @Inject
    JournalRepository repository;

    @Inject
    SystemTableLookup lookup;

    @Inject
    CustomerGate gate;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> happened;

    /**
     * Writes an entry.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} with the fields concerned
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public JournalView add(long customerId, JournalDraft draft) {
        gate.name(customerId);
        JournalDraft checked = check(customerId, draft);
        long action = action(checked, "");
        JournalView entry = existing(repository.add(customerId, checked, action, now(), actor()));
        happened.fire(new DomainEvent("journal.created", customerId, Map.of(), details(entry)));
        return entry;
    }

    /**
     * Corrects an entry.
     *
     * @throws AppException {@link ErrorKind#ABSENT}, {@link ErrorKind#STALE}, {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public JournalView revise(long id, long expectedVersion, JournalDraft draft) {
        JournalView before = existing(id);
        JournalDraft checked = check(before.customerId(), draft);
        if (before.version() == expectedVersion && checked.equals(before.toDraft())) {
            return before;
        }
        long action = action(checked, before.action());
        if (before.version() != expectedVersion || !repository.revise(before, checked, action, now(), actor())) {
            throw AppException.stale();
        }
        JournalView after = existing(id);
        happened.fire(new DomainEvent("journal.updated", after.customerId(), changes(before, after), details(after)));
        return after;
    }

    /** The entry with this id. */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<JournalView> find(long id) {
        return repository.find(id).filter(entry -> gate.find(entry.customerId()).isPresent());
    }

    /**
     * Entries of a customer, what happened last first.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_CUSTOMER)
    public Page<JournalView> ofCustomer(long customerId, PageRequest page) {
        gate.name(customerId);
        String list = "journal|" + customerId;
        Optional<List<String>> after = Cursor.decode(list, page.cursor());
        Instant before = after.map(values -> Instant.parse(values.get(0))).orElse(END);
        long beforeId = after.map(values -> Long.parseLong(values.get(1))).orElse(Long.MAX_VALUE);
        List<JournalView> entries = repository.ofCustomer(customerId, before, beforeId, page.limit() + 1);
        if (entries.size() <= page.limit()) {
            return new Page<>(entries, Optional.empty());
        }
        JournalView last = entries.get(page.limit() - 1);
        return new Page<>(
                entries.subList(0, page.limit()),
                Optional.of(Cursor.encode(list, last.happenedAt().toString(), Long.toString(last.id()))));
    }

    private JournalDraft check(long customerId, JournalDraft draft) {
        FieldCheck fields = new FieldCheck();
        JournalDraft checked = new JournalDraft(
                draft.happenedAt().map(at -> at.truncatedTo(ChronoUnit.MICROS)),
                fields.line("action", draft.action(), 100),
                draft.topic(),
                draft.contactId(),
                fields.lines("text", draft.text(), TEXT_MAX));
        if (checked.text().isEmpty()) {
            fields.refuse("text", "REQUIRED", "Write what was done.");
        }
        if (checked.action().isEmpty()) {
            fields.refuse("action", "REQUIRED", "Choose what kind of thing was done, such as a call.");
        }
        if (checked.happenedAt()
                .filter(at -> at.isAfter(clock.instant().plus(TOLERANCE)))
                .isPresent()) {
            fields.refuse("happenedAt", "IN_FUTURE", "Choose a time that has passed: the journal holds what was done.");
        }
        if (checked.contactId()
                .filter(id -> !repository.contactBelongsTo(id, customerId))
                .isPresent()) {
            fields.refuse("contactId", "CONTACT_UNKNOWN", "Choose a contact of this customer.");
        }
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
        return checked;
    }

    private long action(JournalDraft draft, String before) {
        Optional<SystemTableEntryView> kept = draft.action().equals(before)
                ? lookup.find(SystemTable.JOURNAL_ACTION_TYPES, before)
                : Optional.empty();
        SystemTableEntryView action =
                kept.orElseGet(() -> lookup.chosen(SystemTable.JOURNAL_ACTION_TYPES, "action", draft.action()));
        if (action.systemEntry() && kept.isEmpty()) {
            throw AppException.invalid(
                    "action", "NOT_ALLOWED", "Choose another action: Kontor alone writes “" + action.name() + "”.");
        }
        return action.id();
    }

    private JournalView existing(long id) {
        return find(id).orElseThrow(() -> new AppException(
                ErrorKind.ABSENT,
                "JOURNAL_ENTRY_NOT_FOUND",
                "Look for another journal entry: there is none with id " + id + "."));
    }

    private static Map<String, Change> changes(JournalView before, JournalView after) {
        Map<String, Change> changes = new LinkedHashMap<>();
        note(changes, "happenedAt", before.happenedAt(), after.happenedAt());
        note(changes, "action", before.actionName(), after.actionName());
        note(changes, "topic", before.topic(), after.topic());
        note(
                changes,
                "contactId",
                before.contactId().orElse(0L),
                after.contactId().orElse(0L));
        note(changes, "text", before.text(), after.text());
        return changes;
    }

    private static void note(Map<String, Change> changes, String field, Object before, Object after) {
        if (!before.equals(after)) {
            changes.put(field, new Change(before.toString(), after.toString()));
        }
    }

    private static Map<String, String> details(JournalView entry) {
        return Map.of("journalEntryId", Long.toString(entry.id()), "action", entry.actionName());
    }

    private Instant now() {
        return clock.instant();
    }

    private static String actor() {
        return CallerContext.current().login();
    }
}
