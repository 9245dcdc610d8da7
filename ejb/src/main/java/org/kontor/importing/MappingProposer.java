package org.kontor.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.customer.Countries;
import org.kontor.customer.Owners;
import org.kontor.importing.MappingProposal.ColumnProposal;
import org.kontor.importing.MappingProposal.Confidence;
import org.kontor.importing.MappingProposal.DateSample;
import org.kontor.importing.MappingProposal.Target;
import org.kontor.importing.MappingProposal.ValueProposal;
import org.kontor.settings.CustomFieldView;
import org.kontor.spi.LedgerEntry;

/** Says what the columns of an unknown file could mean: by their names, then by what their values look like. */
final class MappingProposer {

    private static final int SAMPLES = 5;
    private static final int VALUES = 50;
    private static final int DATES = 5;

    /** Share of the values of a column that must look alike. */
    private static final double MOST = 0.8;

    /** How alike two names must be, from 0 to 1. */
    private static final double SIMILAR = 0.8;

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d () ./-]{7,20}");
    private static final Pattern URL = Pattern.compile("(?i)(https?://|www\\.)\\S+");
    private static final Set<String> OWN_HISTORY = Set.of("kontorid", "archived", "createdat", "updatedat", "reason");
    private static final Pattern HISTORY = Pattern.compile(
            ".*(visit|balance|total|invoice|payment|paid|order|spent|purchase|amount|lastlogin|revenue|appointment).*");

    private final List<String> header;
    private final List<List<String>> rows;
    private final List<ImportField> fields;
    private final boolean ledger;
    private final List<CustomFieldView> customFields;
    private final List<CustomFieldView> documentFields;
    private final Map<ImportField, String> taken = new EnumMap<>(ImportField.class);
    private final Set<String> marksTaken = new HashSet<>();

    /**
     * @param header the names of the columns
     * @param rows some rows of the file, with as many cells as the header
     * @param customFields those of customers
     * @param documentFields those of invoices, credit memos and payments
     */
    MappingProposer(
            List<String> header,
            List<List<String>> rows,
            List<CustomFieldView> customFields,
            List<CustomFieldView> documentFields) {
        this.header = header;
        this.rows = rows;
        this.ledger = ledger(header);
        this.fields = fields(header, ledger);
        this.documentFields =
                documentFields.stream().filter(CustomFieldView::active).toList();
        this.customFields =
                customFields.stream().filter(CustomFieldView::active).toList();
    }

    /** The fields that a file can have, those that are meant first: a file of invoices calls its columns as one of customers does. */
    private static List<ImportField> fields(List<String> header, boolean ledger) {
        return Arrays.stream(ImportField.values())
                .filter(field -> ledger || !field.ledger())
                .filter(field -> header.contains(MappedFormat.OWN_COLUMN) || !field.own())
                .sorted(Comparator.comparing(field -> !field.ledger()))
                .toList();
    }

    private static boolean ledger(List<String> header) {
        Set<String> names = header.stream().map(ImportField::folded).collect(Collectors.toSet());
        return (has(names, ImportField.DOCUMENT_NUMBER) || has(names, ImportField.SETTLES))
                && (has(names, ImportField.AMOUNT) || has(names, ImportField.UNIT_PRICE));
    }

    private static boolean has(Set<String> names, ImportField field) {
        return field.aliases().stream().anyMatch(names::contains);
    }

    /** What the columns could mean. */
    MappingProposal propose(Optional<ImportMapping> saved, List<HeaderProblem> suggestions) {
        ColumnProposal[] proposals = new ColumnProposal[header.size()];
        // The surest first, so that a field goes to the column that fits it best.
        for (Confidence confidence : Confidence.values()) {
            for (int i = 0; i < proposals.length; i++) {
                if (proposals[i] == null) {
                    proposals[i] = proposal(i, confidence, saved).orElse(null);
                }
            }
        }
        List<ColumnProposal> columns = List.of(proposals);
        Map<String, String> assigned = new LinkedHashMap<>();
        columns.stream().filter(c -> !c.field().isEmpty()).forEach(c -> assigned.put(c.column(), c.field()));
        List<String> dates = dates(columns).stream()
                .filter(DateOrder::ambiguous)
                .limit(DATES)
                .toList();
        Optional<DateOrder> order = saved.flatMap(ImportMapping::dateOrder).or(() -> orderOf(columns));
        List<ValueProposal> choices = choices(columns, saved);
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        choices.stream()
                .filter(v -> !v.proposed().isEmpty())
                .forEach(v -> values.computeIfAbsent(v.field(), f -> new LinkedHashMap<>())
                        .put(v.value(), v.proposed()));
        ImportMapping mapping = new ImportMapping(saved.map(ImportMapping::name).orElse(""), assigned, values, order);
        return new MappingProposal(
                columns,
                mapping,
                order.isPresent()
                        ? List.of()
                        : dates.stream().map(MappingProposer::sample).toList(),
                choices,
                questions(assigned, order.isEmpty() && !dates.isEmpty(), choices),
                targets(),
                suggestions);
    }

    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (ImportField field : ImportField.values()) {
            if (!field.parted()) {
                targets.add(new Target(field.wireName(), ""));
            }
        }
        for (Owners.Part part : Owners.Part.values()) {
            targets.add(new Target(ImportField.OWNER.wireName() + ":" + part.field(), ""));
        }
        customFields.forEach(field ->
                targets.add(new Target(ImportField.CUSTOM_FIELD.wireName() + ":" + field.key(), field.label())));
        // Invoices and payments may have fields with the same key: a column goes to whichever its row is.
        Map<String, String> labels = new LinkedHashMap<>();
        documentFields.forEach(field -> labels.putIfAbsent(field.key(), field.label()));
        labels.forEach(
                (key, label) -> targets.add(new Target(ImportField.DOCUMENT_FIELD.wireName() + ":" + key, label)));
        return targets;
    }

    private Optional<ColumnProposal> proposal(int i, Confidence confidence, Optional<ImportMapping> saved) {
        String column = header.get(i);
        String folded = ImportField.folded(column);
        if (saved.isPresent()) {
            String field = saved.get().columns().getOrDefault(column, "");
            return Optional.of(made(
                    i,
                    field,
                    field.isEmpty() ? Confidence.NONE : Confidence.SAVED,
                    "As in the mapping “" + saved.get().name() + "”."));
        }
        return switch (confidence) {
            case SAVED ->
                OWN_HISTORY.contains(folded)
                        ? Optional.of(made(i, "", Confidence.NONE, "Kontor itself sets this."))
                        : Optional.empty();
            case EXACT ->
                free(f -> f.aliases().contains(folded))
                        .map(f -> take(i, f, Confidence.EXACT, "The column has a name of this field."))
                        .or(() -> mark(folded)
                                .map(name ->
                                        made(i, name, Confidence.EXACT, "The column has the name of this field.")));
            case SIMILAR ->
                history(folded) || folded.length() < 4
                        ? Optional.empty()
                        : free(f -> f.aliases().stream().anyMatch(a -> likeness(a, folded) >= SIMILAR))
                                .map(f -> take(i, f, Confidence.SIMILAR, "The name is nearly one of this field."));
            case CONTENT -> content(i).map(f -> take(i, f, Confidence.CONTENT, "Most values look like the field’s."));
            case NONE ->
                Optional.of(made(
                        i,
                        "",
                        Confidence.NONE,
                        history(folded)
                                ? "Looks like history, which is not imported."
                                : "Neither name nor values tell what it is."));
        };
    }

    /**
     * The custom field with this name or label, in a file of the ledger that of documents and payments; in a file of Kontor itself the
     * owner, too. Each once.
     */
    private Optional<String> mark(String folded) {
        Stream<String> owners = header.contains(MappedFormat.OWN_COLUMN)
                ? Arrays.stream(Owners.Part.values())
                        .filter(part -> ImportField.folded(part.field()).equals(folded))
                        .map(part -> ImportField.OWNER.wireName() + ":" + part.field())
                : Stream.empty();
        String wanted = (ledger ? ImportField.DOCUMENT_FIELD : ImportField.CUSTOM_FIELD).wireName();
        Stream<String> named = (ledger ? documentFields : customFields)
                .stream()
                        .filter(field -> folded.equals(ImportField.folded(field.label()))
                                || folded.equals(ImportField.folded(field.key()))
                                || folded.equals(ImportField.folded(ImportField.CUSTOM_FIELD.wireName() + field.key())))
                        .map(field -> wanted + ":" + field.key());
        return Stream.concat(owners, named).filter(marksTaken::add).findFirst();
    }

    private static boolean history(String folded) {
        return HISTORY.matcher(folded).matches();
    }

    private Optional<ImportField> free(Predicate<ImportField> fits) {
        for (ImportField field : fields) {
            if (fits.test(field) && (field.many() || !taken.containsKey(field))) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private Optional<ImportField> content(int i) {
        List<String> cells = cells(i);
        if (cells.isEmpty() || history(ImportField.folded(header.get(i)))) {
            return Optional.empty();
        }
        if (mostly(cells, c -> EMAIL.matcher(c).matches())) {
            return Optional.of(ImportField.EMAIL);
        }
        if (mostly(cells, c -> URL.matcher(c).matches())) {
            return free(f -> f == ImportField.WEBSITE);
        }
        if (mostly(cells, c -> PHONE.matcher(c).matches() && !DateOrder.isDate(c) && c.matches(".*[+() ./-].*"))) {
            return Optional.of(ImportField.PHONE);
        }
        return Optional.empty();
    }

    private static boolean mostly(List<String> cells, Predicate<String> test) {
        return cells.stream().filter(test).toList().size() >= MOST * cells.size();
    }

    private ColumnProposal take(int i, ImportField field, Confidence confidence, String reason) {
        taken.put(field, header.get(i));
        return made(i, field.wireName(), confidence, reason);
    }

    private ColumnProposal made(int i, String field, Confidence confidence, String reason) {
        return new ColumnProposal(
                header.get(i), cells(i).stream().distinct().limit(SAMPLES).toList(), field, confidence, reason);
    }

    private List<String> cells(int i) {
        return rows.stream()
                .map(row -> row.get(i).strip())
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private List<String> values(ImportField field, List<ColumnProposal> columns) {
        Set<String> values = new LinkedHashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).field().equals(field.wireName())) {
                values.addAll(cells(i));
            }
        }
        return List.copyOf(values);
    }

    private List<String> dates(List<ColumnProposal> columns) {
        return ImportField.DATES.stream()
                .flatMap(field -> values(field, columns).stream())
                .toList();
    }

    /** The order that some date of the file proves, if no other date proves another. */
    private Optional<DateOrder> orderOf(List<ColumnProposal> columns) {
        Set<DateOrder> proven = dates(columns).stream()
                .filter(date ->
                        !DateOrder.ambiguous(date) && DateOrder.YMD.read(date).isEmpty())
                .flatMap(date -> DateOrder.DMY.read(date).isPresent()
                                == DateOrder.MDY.read(date).isPresent()
                        ? Stream.<DateOrder>empty()
                        : Stream.of(DateOrder.DMY.read(date).isPresent() ? DateOrder.DMY : DateOrder.MDY))
                .collect(Collectors.toSet());
        return proven.size() == 1 ? Optional.of(proven.iterator().next()) : Optional.empty();
    }

    private static DateSample sample(String text) {
        return new DateSample(
                text,
                DateOrder.DMY.read(text).map(String::valueOf).orElse(""),
                DateOrder.MDY.read(text).map(String::valueOf).orElse(""));
    }

    private List<ValueProposal> choices(List<ColumnProposal> columns, Optional<ImportMapping> saved) {
        List<ValueProposal> all = new ArrayList<>();
        if (header.contains(MappedFormat.OWN_COLUMN)) {
            return all;
        }
        for (ImportField field : ImportField.CHOICES) {
            Map<String, String> kept = saved.map(m -> m.values().getOrDefault(field.wireName(), Map.of()))
                    .orElse(Map.of());
            boolean country = field == ImportField.COUNTRY;
            values(field, columns).stream()
                    // Countries are understood by name and code; only what is not needs a word.
                    .filter(value -> !country || !Countries.known(value))
                    .limit(VALUES)
                    .forEach(value -> all.add(new ValueProposal(
                            field.wireName(),
                            value,
                            kept.getOrDefault(
                                    value, ChoiceValues.known(field, value).orElse("")),
                            ChoiceValues.choices(field))));
            if (field == ImportField.DOCUMENT_KIND) {
                ofOneKind(columns)
                        .ifPresent(kind -> all.add(new ValueProposal(
                                field.wireName(),
                                "",
                                kept.getOrDefault("", kind.name()),
                                ChoiceValues.choices(field))));
            }
        }
        return all;
    }

    /** Of which kind the rows seem to be, when they are documents and no column tells. */
    private static Optional<LedgerEntry.Kind> ofOneKind(List<ColumnProposal> columns) {
        List<String> fields = columns.stream().map(ColumnProposal::field).toList();
        if (!ImportField.ledger(fields) || fields.contains(ImportField.DOCUMENT_KIND.wireName())) {
            return Optional.empty();
        }
        boolean payments = fields.contains(ImportField.SETTLES.wireName())
                && !fields.contains(ImportField.DOCUMENT_NUMBER.wireName());
        return Optional.of(payments ? LedgerEntry.Kind.PAYMENT : LedgerEntry.Kind.INVOICE);
    }

    private static List<HeaderProblem> questions(
            Map<String, String> assigned, boolean dateOrder, List<ValueProposal> values) {
        List<HeaderProblem> questions = new ArrayList<>(missingName(assigned));
        if (dateOrder) {
            questions.add(new HeaderProblem(
                    "", "DATE_ORDER_NEEDED", "Say whether the day or the month comes first in the dates."));
        }
        for (ValueProposal value : values) {
            if (value.proposed().isEmpty() && !value.choices().isEmpty()) {
                questions.add(new HeaderProblem(
                        value.field(),
                        "VALUE_UNKNOWN",
                        "Say what “" + value.value() + "” means for " + value.field() + "."));
            }
        }
        return questions;
    }

    /** A customer has a name; of a document something must tell whose it is. */
    static List<HeaderProblem> missingName(Map<String, String> assigned) {
        Set<ImportField> fields = assigned.values().stream()
                .flatMap(name -> ImportField.named(name).stream())
                .collect(Collectors.toSet());
        boolean named = fields.contains(ImportField.FIRST_NAME)
                || fields.contains(ImportField.LAST_NAME)
                || fields.contains(ImportField.FULL_NAME)
                || fields.contains(ImportField.COMPANY_NAME);
        if (ImportField.ledger(assigned.values())) {
            return named || fields.contains(ImportField.ACCOUNT_NUMBER) || fields.contains(ImportField.EXTERNAL_ID)
                    ? List.of()
                    : List.of(new HeaderProblem(
                            "",
                            "CUSTOMER_MISSING",
                            "Assign a column that says whose each row is: account number, external id or name."));
        }
        return named
                ? List.of()
                : List.of(new HeaderProblem(
                        "", "NAME_MISSING", "Assign a column to the first, last or full name or to the company name."));
    }

    /** How alike two names are: 1 less the share of letters to change (Levenshtein). */
    static double likeness(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return 1 - (double) before[b.length()] / Math.max(1, Math.max(a.length(), b.length()));
    }
}
