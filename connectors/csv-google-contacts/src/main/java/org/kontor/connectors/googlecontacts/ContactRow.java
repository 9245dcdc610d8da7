package org.kontor.connectors.googlecontacts;

import static java.util.function.Predicate.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.kontor.connectors.support.Cell;
import org.kontor.connectors.support.CellTarget;
import org.kontor.connectors.support.Cells;
import org.kontor.connectors.support.Dates;
import org.kontor.connectors.support.Group;
import org.kontor.connectors.support.Names;
import org.kontor.connectors.support.TableRow;
import org.kontor.spi.CustomerProfile.Kind;
import org.kontor.spi.CustomerProfile.Phone;

/**
 * One contact while its cells are read. What Google marks with a star comes first; a customer has one address, one website
 * and one organisation, so further ones are told and left out.
 */
final class ContactRow extends TableRow {

    private static final Pattern SEPARATOR = Pattern.compile(":::", Pattern.LITERAL);
    private static final Pattern WITHOUT_YEAR = Pattern.compile("(--|0000-)\\d{2}-?\\d{2}");
    private static final Set<String> SYSTEM_LABELS = Set.of("mycontacts", "my contacts");
    private static final CellTarget<TableRow> BIRTHDATE = Cells.birthdate(Dates.iso());

    private String first = "";
    private String last = "";
    private Optional<Cell> whole = Optional.empty();
    private String company = "";
    private String title = "";
    private String occupation = "";
    private boolean hasWebsite;
    private int mainEmails;
    private int mainPhones;
    private final List<String> emails = new ArrayList<>();
    private final List<Phone> phones = new ArrayList<>();
    private Optional<ContactAddress> address = Optional.empty();

    void firstName(Cell cell) {
        first = cell.text();
    }

    void lastName(Cell cell) {
        last = cell.text();
    }

    void wholeName(Cell cell) {
        whole = Optional.of(cell);
    }

    void occupation(Cell cell) {
        occupation = cell.text();
    }

    void title(Cell cell) {
        if (title.isEmpty()) {
            title = values(cell).get(0);
        }
    }

    void organization(Cell cell) {
        for (String name : values(cell)) {
            if (company.isEmpty()) {
                company = name;
            } else if (!company.equals(name)) {
                note(cell, "ORGANISATION_LEFT_OUT", "Only the first organisation is imported: add this one by hand.");
            }
        }
    }

    void organizationGroup(Group group) {
        group.cell("Name").ifPresent(this::organization);
        group.cell("Title").ifPresent(this::title);
    }

    /** Google writes {@code --05-01} where the year is not known; a date without a year is none. */
    void birthday(Cell cell) {
        if (WITHOUT_YEAR.matcher(cell.text()).matches()) {
            note(cell, "BIRTHDATE_WITHOUT_YEAR", "Add the birthdate by hand when the year is known: it is left out.");
        } else {
            BIRTHDATE.accept(this, cell);
        }
    }

    /** Labels that Google itself made carry a star and become no tags. */
    void labels(Cell cell) {
        values(cell).stream()
                .filter(not(label -> label.startsWith("*")))
                .filter(not(label -> SYSTEM_LABELS.contains(Names.lower(label))))
                .forEach(profile()::tag);
    }

    void email(Group group) {
        for (String value : values(group.cell("Value"))) {
            emails.add(isMain(group) ? mainEmails++ : emails.size(), value);
        }
    }

    void phone(Group group) {
        for (String value : values(group.cell("Value"))) {
            Phone phone = new Phone(ContactLabels.phoneType(group.text("Label")), value);
            phones.add(isMain(group) ? mainPhones++ : phones.size(), phone);
        }
    }

    void website(Group group) {
        group.cell("Value").ifPresent(cell -> {
            List<String> values = values(cell);
            if (!hasWebsite) {
                profile().website(values.get(0));
            }
            if (hasWebsite || values.size() > 1) {
                note(cell, "WEBSITE_LEFT_OUT", "Only the first website is imported: add the other by hand.");
            }
            hasWebsite = true;
        });
    }

    void address(Group group) {
        ContactAddress.of(group, isMain(group)).ifPresent(this::address);
    }

    private void address(ContactAddress found) {
        if (address.isEmpty()) {
            address = Optional.of(found);
        } else if (found.main() && !address.get().main()) {
            leaveOut(address.get());
            address = Optional.of(found);
        } else {
            leaveOut(found);
        }
    }

    private void leaveOut(ContactAddress other) {
        note(other.cell(), "ADDRESS_LEFT_OUT", "Only the main address is imported: add this one by hand.");
    }

    @Override
    protected void finish() {
        if (first.isEmpty() && last.isEmpty() && company.isEmpty()) {
            whole.ifPresent(this::divide);
        }
        profile().firstName(first).lastName(last).companyName(company);
        profile().occupation(occupation.isEmpty() ? title : occupation);
        emails.forEach(profile()::email);
        phones.forEach(phone -> profile().phone(phone.type(), phone.number()));
        address.ifPresent(found -> found.writeTo(this));
        if (!first.isEmpty() || !last.isEmpty()) {
            profile().kind(Kind.PERSON);
        } else if (!company.isEmpty()) {
            profile().kind(Kind.ORGANISATION);
        }
    }

    private void divide(Cell cell) {
        int blank = cell.text().lastIndexOf(' ');
        if (blank < 0) {
            first = cell.text();
        } else {
            first = cell.text().substring(0, blank).strip();
            last = cell.text().substring(blank + 1);
            note(cell, "NAME_DIVIDED", "Look at the name: it was divided at its last blank.");
        }
    }

    private static boolean isMain(Group group) {
        return group.text("Label").startsWith("*");
    }

    private static List<String> values(Optional<Cell> cell) {
        return cell.map(ContactRow::values).orElse(List.of());
    }

    /** The values of a cell that may hold several; at least one, which may be empty. */
    static List<String> values(Cell cell) {
        List<String> values = SEPARATOR
                .splitAsStream(cell.text())
                .map(String::strip)
                .filter(not(String::isEmpty))
                .toList();
        return values.isEmpty() ? List.of("") : values;
    }
}
