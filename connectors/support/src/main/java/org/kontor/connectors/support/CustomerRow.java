package org.kontor.connectors.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kontor.spi.CustomerProfile.Kind;

/**
 * A row of a table of customers: names, company, addresses and the rest put together when the last cell was read. The cells
 * come from {@link CustomerField} and {@link AddressPart}.
 */
public class CustomerRow extends TableRow {

    private static final Pattern WITHOUT_YEAR = Pattern.compile("(?:--|0000-)\\d{2}-?\\d{2}|\\d{1,2}[-/.]\\d{1,2}");
    private static final Pattern SEPARATOR = Pattern.compile("[,;]");
    private static final Pattern QUOTES = Pattern.compile("^\\s*\"|\"\\s*$");
    private static final CellTarget<TableRow> BIRTHDATE = Cells.birthdate(Dates.iso());

    /** Words that only names of organisations have. */
    private static final Set<String> LEGAL_FORMS = Set.of(
            "inc",
            "llc",
            "ltd",
            "limited",
            "corp",
            "corporation",
            "co",
            "company",
            "gmbh",
            "ag",
            "kg",
            "ohg",
            "ug",
            "bv",
            "nv",
            "sas",
            "sarl",
            "srl",
            "spa",
            "plc",
            "llp",
            "pty",
            "pte",
            "oy",
            "aps",
            "kft",
            "group",
            "holdings",
            "bank",
            "university",
            "foundation");

    private final boolean account;
    private String first = "";
    private String last = "";
    private String company = "";
    private String notes = "";
    private Optional<Cell> displayName = Optional.empty();
    private Optional<Cell> fullName = Optional.empty();
    private final TreeMap<Integer, PostalAddress> addresses = new TreeMap<>();

    /** @param account whether a company is the customer even where the row names a person too */
    protected CustomerRow(boolean account) {
        this.account = account;
    }

    /** A row of an app that keeps people: a person who works somewhere is a person. */
    public static CustomerRow person() {
        return new CustomerRow(false);
    }

    /** A row of an app that keeps accounts: where there is a company, the person is somebody there. */
    public static CustomerRow account() {
        return new CustomerRow(true);
    }

    /** Sets the given name; the first one set counts. */
    public final void firstName(String value) {
        if (first.isEmpty()) {
            first = value;
        }
    }

    /** Sets the family name; the first one set counts. */
    public final void lastName(String value) {
        if (last.isEmpty()) {
            last = value;
        }
    }

    /** Sets the name of the organisation; the first one set counts. */
    public final void company(String value) {
        if (company.isEmpty()) {
            company = value;
        }
    }

    final void displayName(Cell cell) {
        displayName = displayName.or(() -> Optional.of(cell));
    }

    final void fullName(Cell cell) {
        fullName = fullName.or(() -> Optional.of(cell));
    }

    final void emails(Cell cell) {
        SEPARATOR.splitAsStream(cell.text()).forEach(profile()::email);
    }

    final void tags(Cell cell) {
        SEPARATOR
                .splitAsStream(cell.text())
                .map(tag -> QUOTES.matcher(tag).replaceAll(""))
                .forEach(profile()::tag);
    }

    final void notes(Cell cell) {
        notes = notes.isEmpty() ? cell.text() : notes + "\n" + cell.text();
    }

    final void birthdate(Cell cell) {
        if (cell.text().length() < 12 && WITHOUT_YEAR.matcher(cell.text()).matches()) {
            note(cell, "BIRTHDATE_WITHOUT_YEAR", "Add the birthdate by hand when the year is known: it is left out.");
        } else {
            BIRTHDATE.accept(this, cell);
        }
    }

    final void address(int rank, AddressPart part, Cell cell) {
        addresses.computeIfAbsent(rank, r -> new PostalAddress(cell)).add(part, cell);
    }

    /** Puts the row together. A subclass that overrides this calls it last. */
    @Override
    protected void finish() {
        fullName.filter(cell -> !hasPerson()).ifPresent(this::divide);
        displayName.ifPresent(this::useDisplayName);
        profile().firstName(first).lastName(last).companyName(company).notes(notes);
        if (!company.isEmpty() && (account || !hasPerson())) {
            profile().kind(Kind.ORGANISATION);
        } else if (hasPerson()) {
            profile().kind(Kind.PERSON);
        }
        writeAddress();
    }

    private boolean hasPerson() {
        return !first.isEmpty() || !last.isEmpty();
    }

    private void useDisplayName(Cell cell) {
        if (!company.isEmpty()) {
            return;
        }
        if (hasPerson()) {
            String name = Names.lower(cell.text());
            boolean same = Stream.of(first, last).map(Names::lower).allMatch(name::contains);
            if (account && !same) {
                company = cell.text();
            }
        } else if (account || isOrganisation(cell.text())) {
            company = cell.text();
        } else {
            divide(cell);
        }
    }

    private static boolean isOrganisation(String name) {
        return name.length() < 200
                && (name.contains(" & ")
                        || Stream.of(name.split("[ ,.]+")).map(Names::lower).anyMatch(LEGAL_FORMS::contains));
    }

    private void divide(Cell cell) {
        String name = cell.text();
        int comma = name.indexOf(',');
        int blank = name.lastIndexOf(' ');
        if (comma > 0 && comma == name.lastIndexOf(',') && comma < name.length() - 1) {
            last = name.substring(0, comma).strip();
            first = name.substring(comma + 1).strip();
        } else if (blank < 0) {
            first = name;
        } else {
            first = name.substring(0, blank).strip();
            last = name.substring(blank + 1);
            note(cell, "NAME_DIVIDED", "Look at the name: it was divided at its last blank.");
        }
    }

    private void writeAddress() {
        List<PostalAddress> telling =
                addresses.values().stream().filter(PostalAddress::tellsPlace).toList();
        Optional<PostalAddress> main =
                telling.isEmpty() ? addresses.values().stream().findFirst() : Optional.of(telling.get(0));
        telling.stream()
                .skip(1)
                .filter(other -> !other.sameAs(telling.get(0)))
                .forEach(other -> note(
                        other.first(),
                        "ADDRESS_LEFT_OUT",
                        "Only the first address is imported: add this one by hand where it matters."));
        main.ifPresent(address -> address.writeTo(this, names()));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of(company, (first + " " + last).strip()));
        displayName.map(Cell::text).ifPresent(names::add);
        return names;
    }
}
