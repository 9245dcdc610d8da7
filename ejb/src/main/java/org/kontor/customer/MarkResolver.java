package org.kontor.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.customer.CustomerRules.Checked;
import org.kontor.settings.CustomFieldLookup;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldValues;
import org.kontor.settings.CustomFieldView;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.settings.SystemTableLookup;
import org.kontor.settings.SystemTables;
import org.kontor.shared.FieldError;

/**
 * Looks up what the marks of drafts mean: tags, flag types, owners, custom fields. A session reads what is configured once, so
 * that a chunk of an import does not ask for each row.
 */
@ApplicationScoped
public class MarkResolver {

    private static final String NO_VALUES = "{}";

    @Inject
    SystemTableLookup tables;

    @Inject
    SystemTables tags;

    @Inject
    CustomFieldLookup customFields;

    @Inject
    MarkRepository repository;

    /**
     * A checked draft whose marks were looked up.
     *
     * @param draft with the texts of tags, flag types and custom values as they are stored
     * @param displayName the name to show
     * @param errors every field against a rule, those of {@link CustomerRules} first; empty when it can be stored
     * @param tagIds tags
     * @param flagTypeIds types of the flags, in their order
     * @param ownerIds owners by part
     * @param valuesJson custom values, as JSON
     * @param searchable custom values by which the customer can be found
     */
    record Resolved(
            CustomerDraft draft,
            String displayName,
            List<FieldError> errors,
            List<Long> tagIds,
            List<Long> flagTypeIds,
            Map<Owners.Part, Long> ownerIds,
            String valuesJson,
            List<String> searchable) {

        Optional<Long> owner(Owners.Part part) {
            return Optional.ofNullable(ownerIds.get(part));
        }
    }

    /** What is configured now, for as long as one transaction. */
    public Session open() {
        return new Session();
    }

    /** Marks of drafts, looked up in what was configured when it was opened. Not for use by several threads. */
    public final class Session {

        // Read when a draft has any: most have none, and there may be thousands of tags.
        private final Map<SystemTable, Map<String, SystemTableEntryView>> known = new EnumMap<>(SystemTable.class);
        private final List<CustomFieldView> fields = customFields.of(CustomFieldOwner.CUSTOMER);
        private final Map<String, Optional<MarkRepository.Known>> users = new HashMap<>();

        private Session() {}

        private Map<String, SystemTableEntryView> known(SystemTable table) {
            return known.computeIfAbsent(table, MarkResolver.this::byText);
        }

        /** What is against a rule in a draft for a new customer, marks included; nothing is written. */
        public List<FieldError> problems(Checked checked) {
            return resolve(checked, Optional.empty(), false).errors();
        }

        /**
         * Looks up the marks. A tag that there is not yet is made, unless something is wrong.
         *
         * @param before the customer as it is; empty for a new one. What stays as it was is not checked again
         * @param complete whether a new customer must have every required custom field
         */
        Resolved resolve(Checked checked, Optional<CustomerView> before, boolean complete) {
            CustomerDraft draft = checked.draft();
            if (!draft.hasMarks() && fields.isEmpty()) {
                return new Resolved(
                        draft,
                        checked.displayName(),
                        checked.errors(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        NO_VALUES,
                        List.of());
            }
            List<FieldError> errors = new ArrayList<>(checked.errors());
            List<SystemTableEntryView> flags = flags(draft, before, errors);
            Map<Owners.Part, Long> owners = owners(draft.owners(), before, errors);
            Map<String, JsonValue> values = CustomFieldValues.check(
                    fields,
                    draft.customFields(),
                    before.map(CustomerView::customFields).orElse(Map.of()),
                    errors);
            if (complete && before.isEmpty()) {
                CustomFieldValues.checkComplete(fields, draft.customFields(), errors);
            }
            List<SystemTableEntryView> tagEntries = tags(draft, before, errors);
            return new Resolved(
                    normalised(draft, tagEntries, flags, values),
                    checked.displayName(),
                    errors,
                    tagEntries.stream().map(SystemTableEntryView::id).toList(),
                    flags.stream().map(SystemTableEntryView::id).toList(),
                    owners,
                    CustomFieldValues.json(values),
                    fields.stream()
                            .filter(f -> f.searchable() && values.containsKey(f.key()))
                            .map(f -> CustomFieldValues.text(Objects.requireNonNull(values.get(f.key()))))
                            .toList());
        }

        private List<SystemTableEntryView> tags(
                CustomerDraft draft, Optional<CustomerView> before, List<FieldError> errors) {
            List<SystemTableEntryView> found = new ArrayList<>();
            for (int i = 0; i < draft.tags().size(); i++) {
                String text = draft.tags().get(i);
                SystemTableEntryView entry = known(SystemTable.TAGS).get(text.toLowerCase(Locale.ROOT));
                boolean had = before.isPresent() && before.get().tags().contains(text);
                if (entry != null && !entry.active() && !had) {
                    errors.add(new FieldError(
                            "tags[" + i + "]", "RETIRED", "Choose another tag: “" + entry.name() + "” was retired."));
                } else if (entry == null && errors.isEmpty()) {
                    entry = tags.tag(text, Optional.empty());
                    known(SystemTable.TAGS).put(text.toLowerCase(Locale.ROOT), entry);
                }
                if (entry != null && !found.contains(entry)) {
                    found.add(entry);
                }
            }
            found.sort(Comparator.comparingInt(SystemTableEntryView::order).thenComparing(SystemTableEntryView::name));
            return found;
        }

        private List<SystemTableEntryView> flags(
                CustomerDraft draft, Optional<CustomerView> before, List<FieldError> errors) {
            List<SystemTableEntryView> found = new ArrayList<>();
            for (int i = 0; i < draft.flags().size(); i++) {
                FlagDraft flag = draft.flags().get(i);
                SystemTableEntryView type =
                        known(SystemTable.FLAG_TYPES).get(flag.type().toLowerCase(Locale.ROOT));
                boolean had = before.isPresent()
                        && before.get().flags().stream()
                                .anyMatch(f -> f.toDraft().equals(flag));
                if (type == null) {
                    errors.add(new FieldError(
                            "flags[" + i + "].type",
                            "UNKNOWN_VALUE",
                            "Choose one of "
                                    + known(SystemTable.FLAG_TYPES).values().stream()
                                            .filter(SystemTableEntryView::active)
                                            .map(SystemTableEntryView::name)
                                            .distinct()
                                            .limit(20)
                                            .collect(Collectors.joining(", "))
                                    + "."));
                } else if (!type.active() && !had) {
                    errors.add(new FieldError(
                            "flags[" + i + "].type",
                            "RETIRED",
                            "Choose another flag: “" + type.name() + "” was retired."));
                } else {
                    found.add(type);
                }
            }
            return found;
        }

        private Map<Owners.Part, Long> owners(Owners owners, Optional<CustomerView> before, List<FieldError> errors) {
            Map<Owners.Part, Long> ids = new HashMap<>();
            for (Owners.Part part : Owners.Part.values()) {
                Optional<String> login = owners.of(part);
                if (login.isPresent()) {
                    boolean had =
                            before.isPresent() && before.get().owners().of(part).equals(login);
                    Optional<MarkRepository.Known> known = user(login.get());
                    if (known.isPresent() && (known.get().active() || had)) {
                        ids.put(part, known.get().id());
                    } else {
                        errors.add(new FieldError(
                                "owners." + part.field(),
                                "USER_UNKNOWN",
                                "Choose an active user by sign-in name; “" + login.get() + "” is none."));
                    }
                }
            }
            return ids;
        }

        private Optional<MarkRepository.Known> user(String login) {
            return users.computeIfAbsent(
                    login, l -> Optional.ofNullable(repository.users(List.of(l)).get(l)));
        }

        private CustomerDraft normalised(
                CustomerDraft draft,
                List<SystemTableEntryView> tagEntries,
                List<SystemTableEntryView> flags,
                Map<String, JsonValue> values) {
            List<FlagDraft> named = new ArrayList<>();
            for (int i = 0; i < flags.size() && flags.size() == draft.flags().size(); i++) {
                named.add(
                        new FlagDraft(flags.get(i).name(), draft.flags().get(i).note()));
            }
            return draft.withMarks(
                    tagEntries.stream().map(SystemTableEntryView::name).toList(),
                    named,
                    draft.health(),
                    draft.owners(),
                    CustomFieldValues.given(values),
                    draft.autoPayments(),
                    draft.lateFees());
        }
    }

    private Map<String, SystemTableEntryView> byText(SystemTable table) {
        Map<String, SystemTableEntryView> byText = new HashMap<>();
        List<SystemTableEntryView> entries = tables.entries(table);
        entries.forEach(e -> byText.put(e.code().toLowerCase(Locale.ROOT), e));
        entries.forEach(e -> byText.put(e.name().toLowerCase(Locale.ROOT), e));
        return byText;
    }
}
