package org.kontor.customer;

/**
 * A postal address (S0-28); empty strings where nothing is known.
 *
 * @param line1 street and number, at most 200 characters
 * @param line2 second line, at most 200 characters
 * @param city city, at most 100 characters
 * @param state state, province or region, at most 100 characters
 * @param postalCode postal code, at most 20 characters
 * @param country ISO 3166-1 alpha-2 code where it is known, else the name as given
 */
public record Address(String line1, String line2, String city, String state, String postalCode, String country) {

    /** No address. */
    public static final Address NONE = new Address("", "", "", "", "", "");

    /** Whether nothing is known. */
    public boolean blank() {
        return equals(NONE);
    }
}
