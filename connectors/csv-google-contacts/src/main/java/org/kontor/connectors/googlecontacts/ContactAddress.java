package org.kontor.connectors.googlecontacts;

import static java.util.function.Predicate.not;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.connectors.support.Cell;
import org.kontor.connectors.support.Group;

/**
 * One address of a contact.
 *
 * @param main whether Google marks it with a star
 * @param cell the cell to name when the address is left out
 * @param group its parts
 */
record ContactAddress(boolean main, Cell cell, Group group) {

    private static final String FORMATTED = "Formatted";

    /** The parts, most telling first; the whole is used only when all of them are empty. */
    private static final List<String> PARTS =
            List.of("Street", "PO Box", "Extended Address", "City", "Postal Code", "Region", "Country", FORMATTED);

    /** The address of a group; empty when there is no more than a label. */
    static Optional<ContactAddress> of(Group group, boolean main) {
        return PARTS.stream()
                .flatMap(part -> group.cell(part).stream())
                .findFirst()
                .map(cell -> new ContactAddress(main, cell, group));
    }

    void writeTo(ContactRow row) {
        if (cell.equals(group.cell(FORMATTED).orElse(null))) {
            writeFormatted(row);
            return;
        }
        List<String> lines = Stream.of(part("Street"), postOfficeBox(), part("Extended Address"))
                .flatMap(String::lines)
                .map(String::strip)
                .filter(not(String::isEmpty))
                .toList();
        row.profile()
                .street(lines.isEmpty() ? "" : lines.get(0))
                .line2(lines.stream().skip(1).collect(Collectors.joining(", ")))
                .city(part("City"))
                .state(part("Region"))
                .postalCode(part("Postal Code"))
                .country(part("Country"));
        PARTS.stream()
                .flatMap(part -> group.cell(part).stream())
                .filter(part -> ContactRow.values(part).size() > 1)
                .findFirst()
                .ifPresent(part -> row.note(
                        part, "ADDRESS_LEFT_OUT", "Only the first address is imported: add the others by hand."));
    }

    /** Without parts there is no telling which word is the city: the lines are kept as lines. */
    private void writeFormatted(ContactRow row) {
        List<String> lines = part(FORMATTED)
                .lines()
                .map(String::strip)
                .filter(not(String::isEmpty))
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        row.profile().street(lines.get(0)).line2(lines.stream().skip(1).collect(Collectors.joining(", ")));
        row.note(
                cell,
                "ADDRESS_NOT_DIVIDED",
                "Look at the address: its lines were kept, city and postal code are empty.");
    }

    private String postOfficeBox() {
        String box = part("PO Box");
        return box.chars().allMatch(Character::isDigit) && !box.isEmpty() ? "PO Box " + box : box;
    }

    private String part(String field) {
        return group.cell(field).map(found -> ContactRow.values(found).get(0)).orElse("");
    }
}
