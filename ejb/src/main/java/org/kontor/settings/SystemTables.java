package org.kontor.settings;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kontor.access.AccessLog;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** Lists, adds, changes, retires and deletes the entries of system tables. */
@Stateless
public class SystemTables {

    /** Most entries of a table. */
    public static final int MOST = 1_000;

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_CODE = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^_+|_+$");

    @Inject
    SettingsRepository repository;

    @Inject
    SystemTableLookup lookup;

    @Inject
    @Any
    Instance<SystemTableUse> uses;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** The tables that there are. */
    @Requires(Permission.READ_SETTINGS)
    public List<SystemTableView> tables() {
        return Arrays.stream(SystemTable.values())
                .map(t -> new SystemTableView(t.path(), repository.entries(t).size(), t.coloured()))
                .toList();
    }

    /**
     * All entries of a table in the order of choice, retired ones too: a table has at most {@value #MOST}.
     *
     * @param table name in addresses, such as {@code contact-types}
     * @throws AppException {@link ErrorKind#ABSENT} for a table that there is not
     */
    @Requires(Permission.READ_SETTINGS)
    public List<SystemTableEntryView> list(String table) {
        return lookup.entries(known(table));
    }

    /** The entry of a table with this id. */
    @Requires(Permission.READ_SETTINGS)
    public Optional<SystemTableEntryView> find(String table, long id) {
        return lookup.find(known(table), id);
    }

    /** What somebody who works with customers may choose now. */
    @Requires(Permission.READ_CUSTOMER)
    public List<SystemTableEntryView> choices(SystemTable table) {
        return lookup.entries(table).stream()
                .filter(SystemTableEntryView::active)
                .toList();
    }

    /**
     * Adds an entry.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the table; {@link ErrorKind#INVALID}; {@link ErrorKind#CONFLICT} when
     *     name or code are taken
     */
    @Requires(Permission.WRITE_SETTINGS)
    public SystemTableEntryView create(String table, SystemTableEntryDraft draft) {
        return add(known(table), draft);
    }

    /**
     * The tag with this text; a new text becomes a new tag, so that whoever may change customers can tag them with what they
     * need (S1-24).
     *
     * @param colour of a new tag
     * @throws AppException {@link ErrorKind#INVALID} for a text that is empty or too long, and for a retired tag
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public SystemTableEntryView tag(String text, Optional<TagColour> colour) {
        Optional<SystemTableEntryView> known = lookup.find(SystemTable.TAGS, text);
        if (known.isPresent() && !known.get().active()) {
            throw AppException.invalid(
                    "tag", "RETIRED", "Choose another tag: “" + known.get().name() + "” was retired.");
        }
        return known.orElseGet(() ->
                add(SystemTable.TAGS, new SystemTableEntryDraft("", text, Optional.empty(), Optional.empty(), colour)));
    }

    /**
     * Replaces what is said of an entry. Setting {@code active} to false retires it; the code stays.
     *
     * @throws AppException as for {@link #create}; {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE};
     *     {@link ErrorKind#CONFLICT} for retiring an entry that Kontor acts on
     */
    @Requires(Permission.WRITE_SETTINGS)
    public SystemTableEntryView revise(String table, long id, long expectedVersion, SystemTableEntryDraft draft) {
        SystemTableEntry entry = existing(table, id);
        SystemTableEntryView before = entry.view();
        same(expectedVersion, before.version());
        check(entry.table(), draft, id);
        if (!draft.code().equals(before.code())) {
            throw AppException.invalid("code", "READ_ONLY", "Keep the code " + before.code() + "; it never changes.");
        }
        if (before.systemEntry() && !draft.active().orElse(true)) {
            throw systemEntry(before);
        }
        entry.describe(draft, draft.order().orElse(before.order()), now(), login());
        repository.flush();
        log.write("system-table.changed", entry.table().path() + " " + before.code());
        return entry.view();
    }

    /**
     * Deletes an entry that nothing uses.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#CONFLICT} when it is in use,
     *     telling how often, or when Kontor acts on it
     */
    @Requires(Permission.WRITE_SETTINGS)
    public void delete(String table, long id, long expectedVersion) {
        SystemTableEntry entry = existing(table, id);
        SystemTableEntryView view = entry.view();
        same(expectedVersion, view.version());
        if (view.systemEntry()) {
            throw systemEntry(view);
        }
        long count = 0;
        for (SystemTableUse use : uses) {
            count += use.table() == entry.table() ? use.uses(id) : 0;
        }
        if (count > 0) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "IN_USE",
                    "Retire “" + view.name() + "” instead of deleting it: " + count
                            + (count == 1 ? " record uses it." : " records use it."));
        }
        repository.remove(entry);
        repository.flush();
        log.write("system-table.deleted", entry.table().path() + " " + view.code());
    }

    private SystemTableEntryView add(SystemTable table, SystemTableEntryDraft draft) {
        check(table, draft, 0);
        List<SystemTableEntryView> present = lookup.entries(table);
        if (present.size() >= MOST) {
            throw AppException.invalid(
                    "name", "TOO_MANY", "Delete or rename entries: a table has at most " + MOST + ".");
        }
        String code = draft.code().isEmpty() ? code(draft.name(), present) : draft.code();
        int end = present.stream().mapToInt(SystemTableEntryView::order).max().orElse(0);
        SystemTableEntry entry = new SystemTableEntry(table, code, now(), login());
        entry.describe(draft, draft.order().orElse(end + 1), now(), login());
        repository.add(entry);
        repository.flush();
        log.write("system-table.added", table.path() + " " + code);
        return entry.view();
    }

    private void check(SystemTable table, SystemTableEntryDraft draft, long id) {
        if (!draft.wrong().isEmpty()) {
            throw AppException.invalid(draft.wrong());
        }
        if (draft.colour().isPresent() && !table.coloured()) {
            throw AppException.invalid("colour", "NOT_ALLOWED", "Leave out the colour; only tags have one.");
        }
        for (SystemTableEntryView other : lookup.entries(table)) {
            if (other.id() != id && other.name().equalsIgnoreCase(draft.name())) {
                throw taken("name", "NAME_TAKEN", "Choose another name: there is an entry with this one.");
            }
            if (other.id() != id && other.code().equals(draft.code())) {
                throw taken("code", "CODE_TAKEN", "Choose another code: “" + other.name() + "” has this one.");
            }
        }
    }

    /** A code made of the name; numbered where it is taken. */
    private static String code(String name, List<SystemTableEntryView> present) {
        String ascii = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        String made = EDGES.matcher(NOT_CODE.matcher(ascii).replaceAll("_")).replaceAll("");
        String base = made.isEmpty() ? "ENTRY" : made.length() > 50 ? made.substring(0, 50) : made;
        String code = base;
        for (int n = 2; isTaken(code, present); n++) {
            code = base + "_" + n;
        }
        return code;
    }

    private static boolean isTaken(String code, List<SystemTableEntryView> present) {
        return present.stream().anyMatch(e -> e.code().equals(code));
    }

    private SystemTableEntry existing(String table, long id) {
        return repository
                .entry(known(table), id)
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "ENTRY_NOT_FOUND",
                        "Look for another entry: " + table + " has none with id " + id + "."));
    }

    private static SystemTable known(String table) {
        return SystemTable.ofPath(table)
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "SYSTEM_TABLE_NOT_FOUND",
                        "Choose one of the system tables that there are, such as contact-types."));
    }

    private static void same(long expected, long actual) {
        if (expected != actual) {
            throw AppException.stale();
        }
    }

    private static AppException systemEntry(SystemTableEntryView view) {
        return new AppException(
                ErrorKind.CONFLICT,
                "SYSTEM_ENTRY",
                "Keep “" + view.name() + "”: Kontor itself acts on it. You can give it another name.");
    }

    private static AppException taken(String field, String code, String message) {
        return new AppException(ErrorKind.CONFLICT, code, message, List.of(new FieldError(field, code, message)));
    }

    private Instant now() {
        return clock.instant();
    }

    private static String login() {
        return CallerContext.current().login();
    }
}
