package org.kontor.importing;

import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.customer.ListCell;
import org.kontor.settings.CustomFieldValues;
import org.kontor.shared.SpreadsheetText;
import org.kontor.spi.CustomerProfile;
import org.kontor.spi.CustomerProfile.PhoneType;
import org.kontor.spi.CustomerProfileBuilder;
import org.kontor.spi.HeaderMatch;
import org.kontor.spi.ImportFormat;
import org.kontor.spi.RowProblem;
import org.kontor.spi.RowResult;

/** A format for one file, made of what a person (or the header itself) says its columns mean. */
final class MappedFormat implements ImportFormat {

    /** The id of this format. */
    static final String ID = "generic";

    /** A column that only Kontor's own export has; its cells were made harmless for spreadsheets. */
    static final String OWN_COLUMN = "KontorId";

    /** Its name for people. */
    static final String NAME = "Any other file: say what its columns mean";

    private static final String SYSTEM = "import";

    private final ImportMapping mapping;

    MappedFormat(ImportMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean ledger() {
        return ImportField.ledger(mapping.columns().values());
    }

    @Override
    public List<Column> columns() {
        return Arrays.stream(ImportField.values())
                .map(field -> new Column(field.wireName(), false, field.wireName()))
                .toList();
    }

    @Override
    public HeaderMatch match(List<String> header) {
        return new HeaderMatch(
                100,
                List.of(),
                header.stream()
                        .filter(column ->
                                !column.isBlank() && !mapping.columns().containsKey(column))
                        .toList());
    }

    @Override
    public RowMapper mapper(List<String> header) {
        List<Assigned> assigned = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            int index = i;
            String column = header.get(i);
            Optional.ofNullable(mapping.columns().get(column))
                    .flatMap(name ->
                            ImportField.named(name).map(field -> new Assigned(index, column, field, system(name))))
                    .ifPresent(assigned::add);
        }
        boolean own = header.contains(OWN_COLUMN);
        return new OwnMarks.Mapper() {
            @Override
            public RowResult map(List<String> cells) {
                return new Row(own).read(assigned, cells);
            }

            @Override
            public OwnMarks marks(List<String> cells) {
                return MappedFormat.this.marks(assigned, cells, own);
            }

            @Override
            public Map<String, Optional<JsonValue>> documentValues(List<String> cells) {
                Map<String, Optional<JsonValue>> values = new HashMap<>();
                assigned.stream()
                        .filter(to -> to.field() == ImportField.DOCUMENT_FIELD)
                        .forEach(to -> CustomFieldValues.ofText(text(to, cells, own))
                                .ifPresent(value -> values.put(to.system(), Optional.of(value))));
                return values;
            }
        };
    }

    private OwnMarks marks(List<Assigned> assigned, List<String> cells, boolean own) {
        MarkCells marks = new MarkCells();
        for (Assigned to : assigned) {
            String text = text(to, cells, own).strip();
            if (to.field().mark() && !text.isEmpty()) {
                marks.set(to.field(), to.system(), text, chosen(to.field(), text), own);
            }
        }
        return marks.marks();
    }

    private Optional<String> mapped(ImportField field, String text) {
        Map<String, String> values = mapping.values().getOrDefault(field.wireName(), Map.of());
        return values.entrySet().stream()
                .filter(e -> e.getKey().strip().equalsIgnoreCase(text)
                        && !e.getValue().isBlank())
                .map(e -> e.getValue().strip())
                .findFirst();
    }

    private Optional<String> chosen(ImportField field, String text) {
        return mapped(field, text).or(() -> ChoiceValues.known(field, text));
    }

    private static String text(Assigned to, List<String> cells, boolean own) {
        String cell = cells.get(to.index());
        return own ? SpreadsheetText.original(cell) : cell;
    }

    private static String system(String name) {
        String[] parts = name.split(":", 2);
        return parts.length < 2 || parts[1].isBlank() ? SYSTEM : parts[1].strip();
    }

    private record Assigned(int index, String column, ImportField field, String system) {}

    private final class Row {
        private final boolean own;
        private final CustomerProfileBuilder profile = CustomerProfile.builder();
        private final List<RowProblem> problems = new ArrayList<>();
        private final String[] address = {"", "", "", "", "", ""};
        private final List<String> notes = new ArrayList<>();
        private final MappedDocument document = new MappedDocument(mapping.dateOrder());
        private boolean named;
        private String number = "";

        Row(boolean own) {
            this.own = own;
        }

        RowResult read(List<Assigned> assigned, List<String> cells) {
            boolean blank = true;
            mapped(ImportField.DOCUMENT_KIND, "").ifPresent(document::kind);
            for (Assigned to : assigned) {
                String text = text(to, cells, own);
                if (!text.isBlank()) {
                    blank = false;
                    set(to, text.strip());
                }
            }
            if (blank) {
                return RowResult.blank();
            }
            profile.address(address[0], address[1], address[2], address[3], address[4], address[5]);
            profile.notes(String.join("\n", notes));
            if (!ledger()) {
                return RowResult.of(profile.build(), problems);
            }
            if (!named && !number.isEmpty()) {
                profile.companyName(number);
            }
            problems.addAll(document.problems());
            return RowResult.of(profile.build(), document.entry(), problems);
        }

        private void set(Assigned to, String text) {
            switch (to.field()) {
                case COMPANY_NAME, FIRST_NAME, LAST_NAME, FULL_NAME -> named = true;
                case ACCOUNT_NUMBER, EXTERNAL_ID -> number = number.isEmpty() ? text : number;
                case CURRENCY -> document.currency(text);
                default -> {
                    // Says nothing of who it is.
                }
            }
            switch (to.field()) {
                case ACCOUNT_NUMBER -> profile.accountNumber(text);
                case CLASS ->
                    choice(to, text)
                            .ifPresent(v -> profile.kind(
                                    v.equals("BUSINESS")
                                            ? CustomerProfile.Kind.ORGANISATION
                                            : CustomerProfile.Kind.PERSON));
                case STATUS -> choice(to, text).ifPresent(v -> profile.status(CustomerProfile.Status.valueOf(v)));
                case BILL_METHOD ->
                    choice(to, text).ifPresent(v -> profile.billMethod(CustomerProfile.BillMethod.valueOf(v)));
                case COMPANY_NAME -> profile.companyName(text);
                case FIRST_NAME -> profile.firstName(text);
                case MIDDLE_NAME -> profile.middleName(text);
                case LAST_NAME -> profile.lastName(text);
                case FULL_NAME -> fullName(text);
                case SUFFIX -> profile.suffix(text);
                case NICKNAME -> profile.nickname(text);
                case DISPLAY_NAME -> profile.displayName(text);
                case EMAIL -> profile.email(text);
                case WEBSITE -> profile.website(text);
                case PHONE -> profile.phone(PhoneType.OTHER, text);
                case MOBILE_PHONE -> profile.phone(PhoneType.MOBILE, text);
                case HOME_PHONE -> profile.phone(PhoneType.HOME, text);
                case WORK_PHONE -> profile.phone(PhoneType.WORK, text);
                case FAX -> profile.phone(PhoneType.FAX, text);
                case PHONES -> phones(to, text);
                case STREET -> address[0] = text;
                case STREET_2 -> address[1] = text;
                case CITY -> address[2] = text;
                case STATE -> address[3] = text;
                case POSTAL_CODE -> address[4] = text;
                case COUNTRY -> address[5] = mapped(to.field(), text).orElse(text);
                case BIRTHDATE -> birthdate(to, text);
                case GENDER ->
                    profile.gender(mapped(to.field(), text)
                            .or(() -> own ? Optional.empty() : ChoiceValues.known(to.field(), text))
                            .orElse(text));
                case OCCUPATION -> profile.occupation(text);
                case CURRENCY -> profile.currency(text);
                case NOTES -> notes.add(text);
                case EXTERNAL_ID -> profile.externalId(to.system(), "customer", text);
                case EXTERNAL_IDS -> externalIds(to, text);
                case TAGS -> tags(text);
                case ACCOUNT_TYPE, HEALTH, AUTO_PAYMENTS, LATE_FEES -> choice(to, text);
                case PARENT, COMPANY_ENTITY, FLAGS, OWNER, CUSTOM_FIELD, DOCUMENT_FIELD -> {
                    // Marks: read apart.
                }
                case DOCUMENT_KIND -> choice(to, text).ifPresent(document::kind);
                default -> document.set(to.field(), to.column(), text);
            }
        }

        private Optional<String> choice(Assigned to, String text) {
            Optional<String> value = chosen(to.field(), text);
            if (value.isEmpty()) {
                reject(
                        to,
                        text,
                        "VALUE_UNKNOWN",
                        "Write one of " + String.join(", ", ChoiceValues.choices(to.field()))
                                + ", or say in the mapping what this value means.");
            }
            return value;
        }

        private void fullName(String text) {
            int comma = text.indexOf(',');
            int blank = text.lastIndexOf(' ');
            if (comma > 0) {
                profile.lastName(text.substring(0, comma)).firstName(text.substring(comma + 1));
            } else if (blank > 0) {
                profile.firstName(text.substring(0, blank)).lastName(text.substring(blank + 1));
            } else {
                profile.lastName(text);
            }
        }

        private void birthdate(Assigned to, String text) {
            Optional<LocalDate> day =
                    mapping.dateOrder().isPresent() ? mapping.dateOrder().get().read(text) : DateOrder.only(text);
            if (day.isPresent()) {
                profile.birthdate(day.get());
            } else if (DateOrder.ambiguous(text)) {
                reject(
                        to,
                        text,
                        "DATE_AMBIGUOUS",
                        "Write the date as 1991-06-05, or say in the mapping whether the day or the month comes first.");
            } else {
                reject(to, text, "DATE_UNKNOWN", "Write a birthdate as 2001-05-31.");
            }
        }

        private void phones(Assigned to, String text) {
            for (List<String> parts : ListCell.parse(text)) {
                Optional<PhoneType> known = Arrays.stream(PhoneType.values())
                        .filter(t -> t.name().equalsIgnoreCase(parts.get(0)))
                        .findFirst();
                if (parts.size() == 2 && known.isPresent()) {
                    profile.phone(known.get(), parts.get(1));
                } else if (parts.size() == 1) {
                    profile.phone(PhoneType.OTHER, parts.get(0));
                } else {
                    reject(
                            to,
                            text,
                            "PHONE_UNKNOWN",
                            "Write phone numbers as MOBILE:+1 303 555 0101; WORK:+1 303 555 0102.");
                }
            }
        }

        private void tags(String text) {
            if (own) {
                ListCell.parse(text).forEach(parts -> profile.tag(String.join(":", parts)));
            } else {
                for (String tag : text.split("[,;|]", -1)) {
                    profile.tag(tag);
                }
            }
        }

        private void externalIds(Assigned to, String text) {
            for (List<String> parts : ListCell.parse(text)) {
                if (parts.size() == 3) {
                    profile.externalId(parts.get(0), parts.get(1), parts.get(2));
                } else {
                    reject(
                            to,
                            text,
                            "EXTERNAL_ID_UNKNOWN",
                            "Write external ids as system:kind:value; system:kind:value.");
                }
            }
        }

        private void reject(Assigned to, String value, String code, String message) {
            problems.add(new RowProblem(to.column(), value, code, message, RowProblem.Severity.REJECT));
        }
    }
}
