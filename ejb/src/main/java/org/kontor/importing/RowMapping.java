package org.kontor.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerRules;
import org.kontor.customer.CustomerRules.Checked;
import org.kontor.importing.ImportProblem.Outcome;
import org.kontor.shared.FieldError;
import org.kontor.shared.SpreadsheetText;
import org.kontor.spi.CustomerProfile;
import org.kontor.spi.ImportFormat;
import org.kontor.spi.RowProblem;
import org.kontor.spi.RowResult;

/** Turns rows into customers and documents: asks the format, then the rules that every way in obeys (S3-31). Used by one thread. */
final class RowMapping {

    /** Longest piece of a cell that a problem repeats. */
    private static final int MAX_VALUE = 500;

    /** Longest tag in characters, and most tags of a customer. */
    private static final int TAG_LENGTH = 100;

    private static final int TAGS = 50;

    private static final Set<String> SPREADSHEET_ERRORS =
            Set.of("#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#N/A", "#SPILL!", "#CALC!");

    private final ImportFormat.RowMapper mapper;
    private final List<String> header;
    private final RowKeys keys;
    private final int reason;

    RowMapping(ImportFormat format, List<String> header, List<String> ignoredColumns) {
        this.header = header;
        this.mapper = format.mapper(header);
        this.keys = new RowKeys(format.id(), header, Set.copyOf(ignoredColumns));
        this.reason = FailedRows.reasonColumn(header);
    }

    /** What the row means. An exception is a defect of the format. */
    Mapped map(Table.Row given) {
        Table.Row row = reason < 0 ? given : asItWas(given);
        if (row.couldBeNoData() && !mapper.isData(row.cells())) {
            return withoutCustomer(row, List.of());
        }
        if (row.defect().isPresent()) {
            Table.Defect defect = row.defect().get();
            return without(row, List.of(problem(row, "", "", defect.code(), defect.message(), Outcome.REJECTED)));
        }
        List<ImportProblem> problems = new ArrayList<>();
        RowResult result = mapper.map(withoutErrors(row, problems));
        for (RowProblem p : result.problems()) {
            Outcome outcome = p.severity() == RowProblem.Severity.REJECT ? Outcome.REJECTED : Outcome.NOTE;
            problems.add(problem(row, p.column(), p.value(), p.code(), p.message(), outcome));
        }
        Optional<LedgerRow> ledger = result.entries().stream()
                .findFirst()
                .map(entry -> new LedgerRow(
                        entry,
                        header,
                        row.cells(),
                        mapper instanceof OwnMarks.Mapper own ? own.documentValues(row.cells()) : Map.of()));
        if (result.rejected()) {
            return without(row, problems, ledger);
        }
        if (result.profile().isEmpty()) {
            return withoutCustomer(row, problems);
        }
        CustomerProfile profile = result.profile().get();
        // A file of the ledger changes no customer, and those whom it has to create are told by their names alone.
        OwnMarks own = ledger.isEmpty() && mapper instanceof OwnMarks.Mapper marking
                ? marking.marks(row.cells())
                : OwnMarks.NONE;
        CustomerDraft draft = own.on(
                Drafts.fromProfile(profile), ledger.isPresent() ? List.of() : tags(row, profile.tags(), problems));
        Checked checked = CustomerRules.check(draft);
        for (FieldError error : ledger.isPresent() ? List.<FieldError>of() : checked.errors()) {
            int column = column(error.field(), draft, row.cells());
            problems.add(problem(
                    row,
                    column < 0 ? "" : header.get(column),
                    column < 0 ? "" : row.cells().get(column),
                    error.code(),
                    error.message(),
                    Outcome.REJECTED));
        }
        noteLostCharacters(row, problems);
        if (problems.stream().anyMatch(p -> p.outcome() == Outcome.REJECTED)) {
            return without(row, problems);
        }
        return new Mapped(
                row.number(),
                row.line(),
                corrects(row),
                Optional.of(keys.of(row.cells())),
                Optional.of(checked),
                profile.notes(),
                problems,
                own.place(),
                ledger);
    }

    /** The cells without the errors that a spreadsheet writes where a formula has no result; a note tells of each. */
    private List<String> withoutErrors(Table.Row row, List<ImportProblem> problems) {
        if (row.cells().stream().noneMatch(SPREADSHEET_ERRORS::contains)) {
            return row.cells();
        }
        List<String> cells = new ArrayList<>(row.cells());
        for (int i = 0; i < cells.size(); i++) {
            if (SPREADSHEET_ERRORS.contains(cells.get(i))) {
                problems.add(problem(
                        row,
                        header.get(i),
                        cells.get(i),
                        "CELL_ERROR",
                        "Look at this cell in the spreadsheet: its formula has no result. It was taken for blank.",
                        Outcome.NOTE));
                cells.set(i, "");
            }
        }
        return cells;
    }

    /** The tags that have the form of one; a note tells which have not, since a tag is no reason to lose a customer. */
    private static List<String> tags(Table.Row row, List<String> given, List<ImportProblem> problems) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String text : given) {
            String tag = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
            boolean fits = tag.length() <= TAG_LENGTH && tag.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
            if (!fits || (tags.size() == TAGS && !tags.containsKey(tag.toLowerCase(Locale.ROOT)))) {
                String why = fits
                        ? "a customer has at most " + TAGS + "."
                        : "a tag is one line of at most " + TAG_LENGTH + " characters.";
                problems.add(problem(row, "", tag, "TAG_LEFT_OUT", "Left out a tag: " + why, Outcome.NOTE));
            } else if (!tag.isEmpty()) {
                tags.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag);
            }
        }
        return List.copyOf(tags.values());
    }

    /** What the row will look like. */
    PreviewRow preview(Table.Row row) {
        Mapped mapped = map(row);
        CustomerDraft nothing = Drafts.fromProfile(CustomerProfile.builder().build());
        return new PreviewRow(
                row.number(),
                mapped.customer().map(Checked::displayName).orElse(""),
                mapped.customer().map(Checked::draft).orElse(nothing),
                mapped.ledger().map(PreviewDocument::of),
                mapped.problems());
    }

    /** Tells of cells that were written in another charset than the rest of the file, or spoiled before it was. */
    private void noteLostCharacters(Table.Row row, List<ImportProblem> problems) {
        for (int i = 0; i < header.size(); i++) {
            String cell = row.cells().get(i);
            if (cell.indexOf('\ufffd') >= 0) {
                problems.add(problem(
                        row,
                        header.get(i),
                        cell,
                        "CHARACTER_LOST",
                        "Check this cell: a character of it could not be read and stands as \ufffd.",
                        Outcome.NOTE));
            }
            String column = header.get(i);
            ForeignText.meant(cell)
                    .ifPresent(meant -> problems.add(problem(
                            row,
                            column,
                            cell,
                            "CHARACTERS_MIXED",
                            "Check this cell: it is in another character set than the rest of the file, and means \u201c"
                                    + meant + "\u201d.",
                            Outcome.NOTE)));
        }
    }

    /** The rows of a correction were made harmless for spreadsheets. */
    private static Table.Row asItWas(Table.Row row) {
        return new Table.Row(
                row.number(),
                row.line(),
                row.cells().stream().map(SpreadsheetText::original).toList(),
                row.defect());
    }

    private Mapped withoutCustomer(Table.Row row, List<ImportProblem> others) {
        List<ImportProblem> problems = new ArrayList<>(others);
        problems.add(problem(
                row, "", "", "ROW_WITHOUT_CUSTOMER", "This row holds no customer and is left out.", Outcome.SKIPPED));
        return without(row, problems);
    }

    private Mapped without(Table.Row row, List<ImportProblem> problems) {
        return without(row, problems, Optional.empty());
    }

    private Mapped without(Table.Row row, List<ImportProblem> problems, Optional<LedgerRow> ledger) {
        return new Mapped(
                row.number(),
                row.line(),
                corrects(row),
                Optional.empty(),
                Optional.empty(),
                "",
                problems,
                Mapped.Place.NONE,
                ledger);
    }

    private long corrects(Table.Row row) {
        return reason < 0 || reason >= row.cells().size()
                ? 0
                : FailedRows.rowOf(row.cells().get(reason));
    }

    static ImportProblem problem(
            Table.Row row, String column, String value, String code, String message, Outcome outcome) {
        String shown = value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) + "\u2026" : value;
        return new ImportProblem(
                row.number(), row.line(), column, shown.replace('\u0000', '\ufffd'), code, message, outcome);
    }

    /** The column that an error of the rules is about: the one whose cell has the value, else the one with the name. */
    private int column(String field, CustomerDraft draft, List<String> cells) {
        String value = value(field, draft);
        Optional<Integer> holding = value.isBlank() ? Optional.empty() : columnHolding(value, cells);
        if (holding.isPresent()) {
            return holding.get();
        }
        String name = field.replaceAll("\\[\\d+]", "").replaceAll(".*\\.", "").toLowerCase(Locale.ROOT);
        for (int i = 0; i < header.size(); i++) {
            // This one letter grows in lower case, which makes the JDK copy the whole text at each.
            String column = header.get(i)
                    .replace("\u0130", "i\u0307")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z]", "");
            if (!column.isEmpty() && (column.equals(name) || name.startsWith(column))) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<Integer> columnHolding(String value, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).strip().equals(value.strip())) {
                return Optional.of(i);
            }
        }
        for (int i = 0; i < cells.size(); i++) {
            if (value.length() > 3 && cells.get(i).contains(value.strip())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static String value(String field, CustomerDraft d) {
        int index = field.indexOf('[') < 0
                ? 0
                : Integer.parseInt(field.substring(field.indexOf('[') + 1, field.indexOf(']')));
        String name = field.replaceAll("\\[.*", "");
        return switch (name) {
            case "emails" -> index < d.emails().size() ? d.emails().get(index) : "";
            case "phones" -> index < d.phones().size() ? d.phones().get(index).number() : "";
            case "externalIds" ->
                index < d.externalIds().size() ? d.externalIds().get(index).value() : "";
            case "companyName" -> d.companyName();
            case "firstName" -> d.firstName();
            case "middleName" -> d.middleName();
            case "lastName" -> d.lastName();
            case "suffix" -> d.suffix();
            case "nickname" -> d.nickname();
            case "website" -> d.website();
            case "gender" -> d.gender();
            case "occupation" -> d.occupation();
            case "address.line1" -> d.address().line1();
            case "address.line2" -> d.address().line2();
            case "address.city" -> d.address().city();
            case "address.state" -> d.address().state();
            case "address.postalCode" -> d.address().postalCode();
            case "address.country" -> d.address().country();
            default -> "";
        };
    }
}
