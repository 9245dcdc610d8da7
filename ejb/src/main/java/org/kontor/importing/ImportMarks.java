package org.kontor.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerLookup;
import org.kontor.customer.CustomerRules.Checked;
import org.kontor.customer.MarkResolver;
import org.kontor.customer.Owners;
import org.kontor.importing.ImportProblem.Outcome;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.settings.SystemTableLookup;
import org.kontor.settings.SystemTables;
import org.kontor.shared.FieldError;

/**
 * Looks up what the marks of rows mean: tags (S1-22 to S1-25), flags, owners, custom fields, company entities. A tag that cannot be used is left out with a
 * note, since it is no reason to lose a customer; a flag, an owner or a value that is wrong rejects the row, like a wrong birthdate.
 */
@ApplicationScoped
public class ImportMarks {

    @Inject
    MarkResolver resolver;

    @Inject
    SystemTableLookup tables;

    @Inject
    CustomerLookup customers;

    /** Rows in the company entities that they name; one that names one that is not there is rejected. */
    List<Mapped> placed(List<Mapped> rows) {
        if (rows.stream().allMatch(row -> row.place().entity().isEmpty())) {
            return rows;
        }
        Map<String, Long> entities = customers.entities();
        return rows.stream().map(row -> placed(row, entities)).toList();
    }

    private static Mapped placed(Mapped row, Map<String, Long> entities) {
        String name = row.place().entity();
        if (name.isEmpty() || row.customer().isEmpty()) {
            return row;
        }
        Long entity = entities.get(folded(name));
        return entity == null
                ? row.rejected(new ImportProblem(
                        row.row(),
                        row.line(),
                        "",
                        name,
                        "ENTITY_UNKNOWN",
                        "Add a company entity “" + name + "” in the settings, or write the name of one that there is;"
                                + " leave the cell empty for the default one.",
                        Outcome.REJECTED))
                : row.in(entity);
    }

    /** What is configured now, and what the run has made or would have made before this chunk. */
    Session open(ImportView run) {
        return new Session(run);
    }

    /** For one chunk; not for use by several threads. Reads nothing before a row brings a mark. */
    final class Session {

        private final ImportView run;
        private final Map<String, String> made = new LinkedHashMap<>();
        private final boolean mayMake = CallerContext.current().may(Permission.WRITE_CUSTOMER.wireName());
        private Optional<Map<String, SystemTableEntryView>> tags = Optional.empty();
        private Optional<MarkResolver.Session> marks = Optional.empty();
        private int present;

        private Session(ImportView run) {
            this.run = run;
            run.newTags().forEach(tag -> made.put(folded(tag), tag));
        }

        /**
         * A customer with the tags that can be used, each as it is written in its table.
         *
         * @param problems takes notes of those that cannot
         */
        Checked fit(Mapped row, Checked customer, List<ImportProblem> problems) {
            CustomerDraft draft = customer.draft();
            if (draft.tags().isEmpty()) {
                return customer;
            }
            Set<String> usable = new LinkedHashSet<>();
            Set<String> fresh = new LinkedHashSet<>();
            for (String tag : draft.tags()) {
                Optional<SystemTableEntryView> entry = entry(tag);
                if (entry.isPresent() && entry.get().active()) {
                    usable.add(entry.get().name());
                } else if (entry.isPresent()) {
                    problems.add(leftOut(row, tag, "TAG_RETIRED", "it was retired."));
                } else if (made.containsKey(folded(tag))) {
                    usable.add(made.get(folded(tag)));
                } else if (!mayMake) {
                    problems.add(leftOut(
                            row, tag, "TAG_UNKNOWN", "there is no such tag, and a new one needs write:customer."));
                } else if (used() + fresh.size() >= SystemTables.MOST) {
                    problems.add(leftOut(
                            row, tag, "TAGS_FULL", "there are " + SystemTables.MOST + " tags, the most that can be."));
                } else {
                    fresh.add(tag);
                    usable.add(tag);
                }
            }
            return new Checked(draft.withTags(List.copyOf(usable)), customer.displayName(), customer.errors());
        }

        /** What is against a rule in flags, owners and custom values; nothing is written. */
        List<ImportProblem> wrong(Mapped row, Checked customer) {
            CustomerDraft draft = customer.draft();
            if (draft.owners().equals(Owners.NONE)
                    && draft.customFields().isEmpty()
                    && draft.flags().isEmpty()) {
                return List.of();
            }
            if (marks.isEmpty()) {
                marks = Optional.of(resolver.open());
            }
            Checked withoutTags = new Checked(draft.withTags(List.of()), customer.displayName(), customer.errors());
            List<ImportProblem> wrong = new ArrayList<>();
            for (FieldError error : marks.get().problems(withoutTags)) {
                wrong.add(new ImportProblem(
                        row.row(),
                        row.line(),
                        column(error.field()),
                        "",
                        error.code(),
                        error.message(),
                        Outcome.REJECTED));
            }
            return wrong;
        }

        /** A customer is kept with these tags. */
        void keep(CustomerDraft draft) {
            for (String tag : draft.tags()) {
                if (entry(tag).isEmpty()) {
                    made.putIfAbsent(folded(tag), tag);
                }
            }
        }

        /** Tags that the run has made or would have made. */
        List<String> newTags() {
            return List.copyOf(made.values());
        }

        private int used() {
            return present
                    + (int) made.keySet().stream()
                            .filter(tag -> entry(tag).isEmpty())
                            .count();
        }

        private Optional<SystemTableEntryView> entry(String tag) {
            if (tags.isEmpty()) {
                Map<String, SystemTableEntryView> byText = new HashMap<>();
                List<SystemTableEntryView> entries = tables.entries(SystemTable.TAGS);
                present = entries.size();
                entries.forEach(entry -> byText.put(folded(entry.code()), entry));
                entries.forEach(entry -> byText.put(folded(entry.name()), entry));
                tags = Optional.of(byText);
            }
            return Optional.ofNullable(tags.get().get(folded(tag)));
        }

        /** The column that was assigned to a field such as {@code customFields.segment}. */
        private String column(String field) {
            String name = field.replaceFirst("^customFields\\.", ImportField.CUSTOM_FIELD.wireName() + ":")
                    .replaceFirst("^owners\\.", ImportField.OWNER.wireName() + ":")
                    .replaceFirst("^flags\\[.*", ImportField.FLAGS.wireName());
            return run.mapping().stream()
                    .flatMap(mapping -> mapping.columns().entrySet().stream())
                    .filter(column -> column.getValue().equals(name))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
        }
    }

    private static ImportProblem leftOut(Mapped row, String tag, String code, String why) {
        return new ImportProblem(
                row.row(), row.line(), "", tag, code, "Left out the tag \u201c" + tag + "\u201d: " + why, Outcome.NOTE);
    }

    private static String folded(String tag) {
        return tag.toLowerCase(Locale.ROOT);
    }
}
