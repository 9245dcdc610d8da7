package org.kontor.connectors.support;

import org.kontor.spi.CustomerProfile.PhoneType;

/** What columns of customers usually hold; {@link AddressPart} has the parts of addresses. */
@SuppressWarnings("ImmutableEnumChecker") // A target keeps nothing: its contract says so.
public enum CustomerField implements Described<CustomerRow> {
    /** Given name. */
    FIRST_NAME("Given name", (row, cell) -> row.firstName(cell.text())),
    /** Middle name or names. */
    MIDDLE_NAME("Middle name or names", (row, cell) -> row.profile().middleName(cell.text())),
    /** Family name. */
    LAST_NAME("Family name", (row, cell) -> row.lastName(cell.text())),
    /** Suffix. */
    SUFFIX("Such as Jr.", (row, cell) -> row.profile().suffix(cell.text())),
    /** Nickname. */
    NICKNAME("What the person likes to be called", (row, cell) -> row.profile().nickname(cell.text())),
    /** Name of the organisation. */
    COMPANY("Name of the organisation", (row, cell) -> row.company(cell.text())),
    /**
     * What the other app calls the customer. Used when there is neither a person's name nor a company, and as the company
     * when it is another name than the person's.
     */
    DISPLAY_NAME("Name of the customer; used where the other columns of names are empty", CustomerRow::displayName),
    /** The whole name of a person; divided when the parts are empty. */
    FULL_NAME("Whole name of the person; used when its parts are empty", CustomerRow::fullName),
    /** E-mail address; several are divided at commas and semicolons. The first one of the row is the primary one. */
    EMAIL("E-mail address", CustomerRow::emails),
    /** Phone number of no known type. */
    PHONE("Phone number", phone(PhoneType.OTHER)),
    /** Mobile phone. */
    MOBILE("Mobile phone", phone(PhoneType.MOBILE)),
    /** Phone at home. */
    HOME_PHONE("Phone at home", phone(PhoneType.HOME)),
    /** Phone at work. */
    WORK_PHONE("Phone at work", phone(PhoneType.WORK)),
    /** Person to call in an emergency. */
    EMERGENCY_PHONE("Phone of the person to call in an emergency", phone(PhoneType.EMERGENCY)),
    /** Fax. */
    FAX("Fax number", phone(PhoneType.FAX)),
    /** Date of birth; left out with a note when it has no year. */
    BIRTHDATE("Date as year-month-day; left out when it has no year", CustomerRow::birthdate),
    /** Gender. */
    GENDER(
            "Female, male, other; any other text is kept",
            (row, cell) -> Cells.gender().accept(row, cell)),
    /** Profession. */
    OCCUPATION("Profession", (row, cell) -> row.profile().occupation(cell.text())),
    /** Website. */
    WEBSITE("Address of the website", (row, cell) -> row.profile().website(cell.text())),
    /** Notes; several columns are put under each other. */
    NOTES("Becomes the first note", CustomerRow::notes),
    /** Tags, divided at commas and semicolons. */
    TAGS("Become tags; divided at commas and semicolons", CustomerRow::tags);

    private final String description;
    private final CellTarget<CustomerRow> target;

    CustomerField(String description, CellTarget<CustomerRow> target) {
        this.description = description;
        this.target = target;
    }

    private static CellTarget<CustomerRow> phone(PhoneType type) {
        return (row, cell) -> row.profile().phone(type, cell.text());
    }

    /**
     * An identifier of the other app, which recognises the customer when a later file is imported.
     *
     * @param system the app, such as {@code shopify}
     */
    public static Described<CustomerRow> externalId(String system) {
        return withoutApostrophe(
                "The app's own number of the customer; recognises it in later files",
                (row, cell) -> row.profile().externalId(system, "customer", cell.text()));
    }

    /** The same without an apostrophe before it, which keeps spreadsheets from taking a text for a number. */
    public static Described<CustomerRow> withoutApostrophe(Described<CustomerRow> target) {
        return withoutApostrophe(target.description(), target);
    }

    private static Described<CustomerRow> withoutApostrophe(String description, CellTarget<CustomerRow> target) {
        return new Described<>() {
            @Override
            public String description() {
                return description;
            }

            @Override
            public void accept(CustomerRow row, Cell cell) {
                boolean quoted = cell.text().length() > 1 && cell.text().startsWith("'");
                target.accept(
                        row,
                        quoted
                                ? new Cell(
                                        cell.column(), cell.value(), cell.text().substring(1))
                                : cell);
            }
        };
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void accept(CustomerRow row, Cell cell) {
        target.accept(row, cell);
    }
}
