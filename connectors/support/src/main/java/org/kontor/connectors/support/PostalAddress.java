package org.kontor.connectors.support;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.spi.CustomerProfileBuilder;

/** One address while the cells of a row are read. */
final class PostalAddress {

    private static final Pattern UNITED_STATES = Pattern.compile(
            "(?:(.{1,200}), )?([^,\\d]{2,60}),? ([A-Z]{2})\\.?,? (\\d{5}(?:-\\d{4})?)(?:,? (USA?|United States))?");
    private static final int LONGEST = 300;

    private final Map<AddressPart, String> parts = new EnumMap<>(AddressPart.class);
    private final List<String> lines = new ArrayList<>();
    private final List<String> whole = new ArrayList<>();
    private final Cell first;

    /** @param first the cell to name when something is to be told of the address */
    PostalAddress(Cell first) {
        this.first = first;
    }

    Cell first() {
        return first;
    }

    void add(AddressPart part, Cell cell) {
        switch (part) {
            case STREET, LINE -> addLines(cell, lines);
            case WHOLE -> addLines(cell, whole);
            default -> parts.putIfAbsent(part, cell.text());
        }
    }

    private static void addLines(Cell cell, List<String> lines) {
        cell.text().lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
    }

    /** Whether it says more than a country: apps write their own country behind customers without an address. */
    boolean tellsPlace() {
        return !lines.isEmpty()
                || !whole.isEmpty()
                || parts.containsKey(AddressPart.CITY)
                || parts.containsKey(AddressPart.POSTAL_CODE)
                || parts.containsKey(AddressPart.STATE);
    }

    boolean sameAs(PostalAddress other) {
        return parts.equals(other.parts) && lines.equals(other.lines) && whole.equals(other.whole);
    }

    /**
     * Writes the address into the customer.
     *
     * @param names names of the customer, which some apps repeat as the first line
     */
    void writeTo(TableRow row, List<String> names) {
        if (lines.isEmpty() && !whole.isEmpty()) {
            if (whole.size() > 1 && names.contains(whole.get(0))) {
                whole.remove(0);
            }
            divide(row);
        }
        CustomerProfileBuilder profile = row.profile();
        profile.street(lines.isEmpty() ? "" : lines.get(0))
                .line2(lines.size() < 2 ? "" : String.join(", ", lines.subList(1, lines.size())))
                .city(part(AddressPart.CITY))
                .state(part(AddressPart.STATE))
                .postalCode(part(AddressPart.POSTAL_CODE))
                .country(part(AddressPart.COUNTRY));
    }

    private void divide(TableRow row) {
        lines.addAll(whole);
        String last = lines.remove(lines.size() - 1);
        Optional<Matcher> ending = last.length() > LONGEST
                ? Optional.empty()
                : Optional.of(UNITED_STATES.matcher(last)).filter(Matcher::matches);
        if (ending.isEmpty()) {
            lines.add(last);
            row.note(
                    first,
                    "ADDRESS_NOT_DIVIDED",
                    "Look at the address: its lines were kept, city and postal code are empty.");
            return;
        }
        Matcher found = ending.get();
        if (found.group(1) != null) {
            lines.add(found.group(1));
        }
        parts.put(AddressPart.CITY, found.group(2));
        parts.put(AddressPart.STATE, found.group(3));
        parts.put(AddressPart.POSTAL_CODE, found.group(4));
        if (found.group(5) != null) {
            parts.putIfAbsent(AddressPart.COUNTRY, found.group(5));
        }
    }

    private String part(AddressPart part) {
        return parts.getOrDefault(part, "");
    }
}
