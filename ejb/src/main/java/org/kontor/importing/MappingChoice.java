package org.kontor.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.CallerContext;
import org.kontor.customer.Owners;
import org.kontor.settings.CustomFieldLookup;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldView;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;
import org.kontor.spi.HeaderMatch;

/** Proposes and checks mappings for uploaded files. */
@ApplicationScoped
public class MappingChoice {

    private static final int ROWS = 1_000;
    private static final int MAX_NAME = 100;

    @Inject
    TableSource tables;

    @Inject
    FormatChoice formats;

    @Inject
    MappingRepository mappings;

    @Inject
    CustomFieldLookup customFields;

    /** What the columns of a file could mean. */
    MappingProposal propose(ImportView view) {
        List<List<String>> rows = new ArrayList<>();
        try (Table table = tables.open(view)) {
            Optional<Table.Row> row = table.next();
            for (int i = 0; i < ROWS && row.isPresent(); i++) {
                if (row.get().defect().isEmpty()) {
                    rows.add(row.get().cells());
                }
                row = table.next();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<HeaderProblem> suggestions = formats.score(view.header()).stream()
                .limit(2)
                .flatMap(s -> suggestions(s.format().name(), s.match()).stream())
                .toList();
        return new MappingProposer(view.header(), rows, customFields.of(CustomFieldOwner.CUSTOMER), ofDocuments())
                .propose(mappings.find(view.header()), suggestions);
    }

    private static List<HeaderProblem> suggestions(String format, HeaderMatch match) {
        List<HeaderMatch.HeaderProblem> all = new ArrayList<>(match.problems());
        all.addAll(match.suggestions());
        return all.stream()
                .map(p -> new HeaderProblem(p.column(), p.code(), format + ": " + p.message()))
                .toList();
    }

    /**
     * The mapping that a file is imported with: the one that is given, checked and kept if it has a name, else that of its dry
     * run, else the proposed one.
     *
     * @throws AppException when something in it is not known, or something is left to be asked
     */
    ImportMapping decide(ImportView view, Optional<ImportMapping> given) {
        if (given.isEmpty() && view.mapping().isPresent()) {
            return view.mapping().get();
        }
        if (given.isEmpty()) {
            MappingProposal proposal = propose(view);
            refuse(proposal.questions().stream()
                    .map(q -> new FieldError(q.column().isEmpty() ? "mapping" : q.column(), q.code(), q.message()))
                    .toList());
            return proposal.mapping();
        }
        ImportMapping mapping = given.get();
        refuse(errors(view, mapping));
        if (!mapping.name().isBlank()) {
            mappings.keep(mapping, view.header(), CallerContext.current().login());
        }
        return mapping;
    }

    private List<FieldError> errors(ImportView view, ImportMapping mapping) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, String> taken = new HashMap<>();
        mapping.columns().forEach((column, name) -> {
            Optional<ImportField> field = ImportField.named(name);
            if (!view.header().contains(column)) {
                errors.add(error(
                        column, "COLUMN_UNKNOWN", "Leave out the column " + column + ": the file does not have it."));
            } else if (field.isEmpty() || !known(field.get(), name)) {
                errors.add(error(
                        column,
                        "FIELD_UNKNOWN",
                        "Choose a field that Kontor has for " + column + ", not " + name + "."));
            } else if (field.get() == ImportField.DOCUMENT_FIELD
                    && !ImportField.ledger(mapping.columns().values())) {
                errors.add(error(
                        column,
                        "DOCUMENTS_ONLY",
                        "Assign an amount or a unit price, too, or another field to " + column
                                + ": fields of documents come with documents only."));
            } else if ((!field.get().many() || field.get().parted())
                    && taken.putIfAbsent(name.strip(), column) != null) {
                errors.add(error(
                        column,
                        "FIELD_TAKEN",
                        "Choose another field for " + column + ": " + taken.get(name.strip())
                                + " goes there already."));
            }
        });
        mapping.values().forEach((name, values) -> {
            Optional<ImportField> field = ImportField.named(name).filter(ImportField.CHOICES::contains);
            if (field.isEmpty()) {
                errors.add(error(
                        "values." + name,
                        "FIELD_UNKNOWN",
                        "Give values for fields with a choice only, such as class, status, country or documentKind."));
                return;
            }
            List<String> choices = ChoiceValues.choices(field.get());
            values.forEach((value, target) -> {
                if (!choices.isEmpty() && !target.isBlank() && !choices.contains(target)) {
                    errors.add(error(
                            "values." + name + "." + value,
                            "UNKNOWN_VALUE",
                            "Choose one of " + String.join(", ", choices) + "."));
                }
            });
        });
        MappingProposer.missingName(mapping.columns())
                .forEach(p -> errors.add(error("columns", p.code(), p.message())));
        if (mapping.name().length() > MAX_NAME) {
            errors.add(error("name", "TOO_LONG", "Choose a name of at most " + MAX_NAME + " characters."));
        }
        return errors;
    }

    /** Whether what follows the colon is known, for fields that need it. */
    private boolean known(ImportField field, String name) {
        String part = name.contains(":") ? name.substring(name.indexOf(':') + 1).strip() : "";
        return switch (field) {
            case OWNER ->
                Arrays.stream(Owners.Part.values()).anyMatch(p -> p.field().equals(part));
            case CUSTOM_FIELD ->
                customFields.of(CustomFieldOwner.CUSTOMER).stream()
                        .anyMatch(f -> f.active() && f.key().equals(part));
            case DOCUMENT_FIELD ->
                ofDocuments().stream().anyMatch(f -> f.active() && f.key().equals(part));
            default -> true;
        };
    }

    /** Those of invoices and credit memos, and of payments: what a row of a ledger's file may have. */
    private List<CustomFieldView> ofDocuments() {
        List<CustomFieldView> fields = new ArrayList<>(customFields.of(CustomFieldOwner.INVOICE));
        fields.addAll(customFields.of(CustomFieldOwner.PAYMENT));
        return fields;
    }

    private static FieldError error(String field, String code, String message) {
        return new FieldError("mapping." + field, code, message);
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
    }
}
