package org.kontor.settings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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

/** Lists, adds, changes, retires and deletes the definitions of custom fields (S4-41). */
@Stateless
public class CustomFields {

    private static final int MOST = 100;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_KEY = Pattern.compile("[^A-Za-z0-9]+");

    @Inject
    SettingsRepository repository;

    @Inject
    CustomValues values;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** All of them by owner, in the order of the form; retired ones too. */
    @Requires(Permission.READ_SETTINGS)
    public List<CustomFieldView> list() {
        return repository.customFields().stream().map(CustomField::view).toList();
    }

    /** The one with this id. */
    @Requires(Permission.READ_SETTINGS)
    public Optional<CustomFieldView> find(long id) {
        return repository.customField(id).map(CustomField::view);
    }

    /** Those of an owner that can be filled now, for forms; none for who may not see the records. */
    public List<CustomFieldView> of(CustomFieldOwner owner) {
        if (!CallerContext.current().may(owner.reads().wireName())) {
            return List.of();
        }
        return repository.customFields(owner).stream()
                .map(CustomField::view)
                .filter(CustomFieldView::active)
                .toList();
    }

    /**
     * Adds one.
     *
     * @throws AppException {@link ErrorKind#INVALID} with every field against a rule
     */
    @Requires(Permission.WRITE_SETTINGS)
    public CustomFieldView create(CustomFieldDraft draft) {
        List<CustomFieldView> present = check(draft, 0);
        String key = draft.key().isEmpty() ? key(draft.label(), present) : draft.key();
        int end = present.stream().mapToInt(CustomFieldView::order).max().orElse(0);
        CustomField field = new CustomField(draft, key, now(), login());
        field.describe(draft, draft.order().orElse(end + 1), now(), login());
        repository.add(field);
        repository.flush();
        log.write("custom-field.created", draft.owner() + " " + key);
        return field.view();
    }

    /**
     * Replaces what is said of one. Owner, key, kind and whether it is searched stay; setting {@code active} to false retires
     * it. A choice that was taken away stays where it was chosen.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_SETTINGS)
    public CustomFieldView revise(long id, long expectedVersion, CustomFieldDraft draft) {
        CustomField field = existing(id, expectedVersion);
        CustomFieldView before = field.view();
        check(draft, id);
        boolean same = draft.owner() == before.owner()
                && draft.key().equals(before.key())
                && draft.kind() == before.kind()
                && draft.searchable() == before.searchable();
        if (!same) {
            throw AppException.invalid(
                    "kind",
                    "READ_ONLY",
                    "Make another field: owner, key, kind and searchable of this one stay as they are.");
        }
        field.describe(draft, draft.order().orElse(before.order()), now(), login());
        repository.flush();
        log.write("custom-field.changed", before.owner() + " " + before.key());
        return field.view();
    }

    /**
     * Deletes one that no record has filled.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#CONFLICT} telling how many
     *     records have a value
     */
    @Requires(Permission.WRITE_SETTINGS)
    public void delete(long id, long expectedVersion) {
        CustomField field = existing(id, expectedVersion);
        CustomFieldView view = field.view();
        long count = values.uses(view.owner(), view.key());
        if (count > 0) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "IN_USE",
                    "Retire “" + view.label() + "” instead of deleting it: " + count
                            + (count == 1 ? " record has a value." : " records have a value."));
        }
        repository.remove(field);
        repository.flush();
        log.write("custom-field.deleted", view.owner() + " " + view.key());
    }

    private CustomField existing(long id, long expectedVersion) {
        CustomField field = repository
                .customField(id)
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "CUSTOM_FIELD_NOT_FOUND",
                        "Look for another custom field: there is none with id " + id + "."));
        if (field.view().version() != expectedVersion) {
            throw AppException.stale();
        }
        return field;
    }

    private List<CustomFieldView> check(CustomFieldDraft draft, long id) {
        List<CustomFieldView> present = repository.customFields(draft.owner()).stream()
                .map(CustomField::view)
                .toList();
        List<FieldError> errors = new ArrayList<>(draft.wrong());
        if (present.stream().anyMatch(f -> f.id() != id && f.label().equalsIgnoreCase(draft.label()))) {
            errors.add(new FieldError("label", "LABEL_TAKEN", "Choose another label: there is a field with this one."));
        }
        if (present.stream().anyMatch(f -> f.id() != id && f.key().equals(draft.key()))) {
            errors.add(new FieldError("key", "KEY_TAKEN", "Choose another key: there is a field with this one."));
        }
        if (id == 0 && present.size() >= MOST) {
            errors.add(new FieldError("label", "TOO_MANY", "There can be at most " + MOST + " custom fields."));
        }
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
        return present;
    }

    /** A key made of the label; numbered where it is taken. */
    private static String key(String label, List<CustomFieldView> present) {
        String ascii = ACCENTS.matcher(Normalizer.normalize(label, Normalizer.Form.NFD))
                .replaceAll("");
        StringBuilder made = new StringBuilder();
        for (String word : NOT_KEY.split(ascii.toLowerCase(Locale.ROOT), -1)) {
            if (!word.isEmpty() && made.length() < 40) {
                String part = word.length() > 15 ? word.substring(0, 15) : word;
                made.append(made.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
            }
        }
        String base = made.isEmpty() || !CustomFieldDraft.KEY.matcher(made).matches() ? "field" : made.toString();
        String key = base;
        for (int n = 2; isTaken(key, present); n++) {
            key = base + n;
        }
        return key;
    }

    private static boolean isTaken(String key, List<CustomFieldView> present) {
        return present.stream().anyMatch(f -> f.key().equals(key));
    }

    private Instant now() {
        return clock.instant();
    }

    private static String login() {
        return CallerContext.current().login();
    }
}
