package org.kontor.web.page;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.kontor.customer.Address;

/** What stands in the inputs of a postal address. */
public class AddressForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String line1 = "";
    private String line2 = "";
    private String city = "";
    private String state = "";
    private String postalCode = "";
    private String country = "";

    /** Puts an address into the inputs. */
    void fill(Address address) {
        line1 = address.line1();
        line2 = address.line2();
        city = address.city();
        state = address.state();
        postalCode = address.postalCode();
        country = address.country();
    }

    /** What the inputs say. */
    Address address() {
        return new Address(line1, line2, city, state, postalCode, country);
    }

    /** Street and number. */
    public String getLine1() {
        return line1;
    }

    /** Sets: street and number. */
    public void setLine1(@Nullable String value) {
        line1 = orEmpty(value);
    }

    /** Second line. */
    public String getLine2() {
        return line2;
    }

    /** Sets: second line. */
    public void setLine2(@Nullable String value) {
        line2 = orEmpty(value);
    }

    /** City. */
    public String getCity() {
        return city;
    }

    /** Sets: city. */
    public void setCity(@Nullable String value) {
        city = orEmpty(value);
    }

    /** State, province or region. */
    public String getState() {
        return state;
    }

    /** Sets: state, province or region. */
    public void setState(@Nullable String value) {
        state = orEmpty(value);
    }

    /** Postal code. */
    public String getPostalCode() {
        return postalCode;
    }

    /** Sets: postal code. */
    public void setPostalCode(@Nullable String value) {
        postalCode = orEmpty(value);
    }

    /** Country, as code or name. */
    public String getCountry() {
        return country;
    }

    /** Sets: country, as code or name. */
    public void setCountry(@Nullable String value) {
        country = orEmpty(value);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
