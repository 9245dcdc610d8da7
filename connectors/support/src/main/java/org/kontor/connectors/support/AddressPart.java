package org.kontor.connectors.support;

/**
 * Parts of the postal address. A part by itself belongs to the main address; {@link #of} makes parts of other ones. A
 * customer has one address: the first that tells a place, and a note says so when another one is left out. When two columns
 * hold the same part, the one declared first counts.
 */
public enum AddressPart implements Described<CustomerRow> {
    /** Street and number; each line of the cell is a line of the address. */
    STREET("Street and number"),
    /** A further line; may be declared more than once. */
    LINE("Further line of the address"),
    /** City. */
    CITY("City"),
    /** State, province or region. */
    STATE("State, province or region"),
    /** Postal code. */
    POSTAL_CODE("Postal code"),
    /** Country. */
    COUNTRY("Country"),
    /**
     * A whole address in one cell, or one of its lines. Divided when it ends as in the United States
     * ({@code Tampa, FL 33602}); otherwise kept as lines with a note.
     */
    WHOLE("Whole address");

    private final String description;

    AddressPart(String description) {
        this.description = description;
    }

    /**
     * The same part of another address.
     *
     * @param rank the main address is 1; that of the lowest rank which is not empty is imported
     */
    public Described<CustomerRow> of(int rank) {
        AddressPart part = this;
        return new Described<>() {
            @Override
            public String description() {
                return part.description() + "; used when the address before is empty";
            }

            @Override
            public void accept(CustomerRow row, Cell cell) {
                row.address(rank, part, cell);
            }
        };
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void accept(CustomerRow row, Cell cell) {
        row.address(1, this, cell);
    }
}
