package org.kontor.spi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.spi.CustomerProfile.Address;
import org.kontor.spi.CustomerProfile.ExternalId;
import org.kontor.spi.CustomerProfile.Kind;
import org.kontor.spi.CustomerProfile.Phone;
import org.kontor.spi.CustomerProfile.PhoneType;

/** Collects a {@link CustomerProfile} cell by cell. Trims every text; blank e-mails, phones, tags and ids are left out. */
public final class CustomerProfileBuilder {

    private Optional<Kind> kind = Optional.empty();
    private String companyName = "";
    private String firstName = "";
    private String middleName = "";
    private String lastName = "";
    private String suffix = "";
    private String nickname = "";
    private final List<String> emails = new ArrayList<>();
    private final List<Phone> phones = new ArrayList<>();
    private Optional<LocalDate> birthdate = Optional.empty();
    private String gender = "";
    private String occupation = "";
    private String website = "";
    private String line1 = "";
    private String line2 = "";
    private String city = "";
    private String state = "";
    private String postalCode = "";
    private String country = "";
    private String notes = "";
    private final List<String> tags = new ArrayList<>();
    private final List<ExternalId> externalIds = new ArrayList<>();

    private String accountNumber = "";
    private Optional<CustomerProfile.Status> status = Optional.empty();
    private Optional<CustomerProfile.BillMethod> billMethod = Optional.empty();
    private String displayName = "";
    private String currency = "";

    CustomerProfileBuilder() {}

    /** Sets whether a person or an organisation. */
    public CustomerProfileBuilder kind(Kind value) {
        kind = Optional.of(value);
        return this;
    }

    /** Sets the name of the organisation. */
    public CustomerProfileBuilder companyName(String value) {
        companyName = value.strip();
        return this;
    }

    /** Sets the given name. */
    public CustomerProfileBuilder firstName(String value) {
        firstName = value.strip();
        return this;
    }

    /** Sets the middle name. */
    public CustomerProfileBuilder middleName(String value) {
        middleName = value.strip();
        return this;
    }

    /** Sets the family name. */
    public CustomerProfileBuilder lastName(String value) {
        lastName = value.strip();
        return this;
    }

    /** Sets the suffix. */
    public CustomerProfileBuilder suffix(String value) {
        suffix = value.strip();
        return this;
    }

    /** Sets the nickname. */
    public CustomerProfileBuilder nickname(String value) {
        nickname = value.strip();
        return this;
    }

    /** Adds an e-mail address; the first one added is the primary one. The same again is left out. */
    public CustomerProfileBuilder email(String value) {
        String email = value.strip();
        if (!email.isEmpty() && emails.stream().noneMatch(email::equalsIgnoreCase)) {
            emails.add(email);
        }
        return this;
    }

    /** Adds a phone number; the first one added is the primary one. The same number again is left out. */
    public CustomerProfileBuilder phone(PhoneType type, String number) {
        String digits = number.strip();
        if (!digits.isEmpty()
                && phones.stream().noneMatch(phone -> phone.number().equals(digits))) {
            phones.add(new Phone(type, digits));
        }
        return this;
    }

    /** Sets the date of birth. */
    public CustomerProfileBuilder birthdate(LocalDate value) {
        birthdate = Optional.of(value);
        return this;
    }

    /** Sets the gender. */
    public CustomerProfileBuilder gender(String value) {
        gender = value.strip();
        return this;
    }

    /** Sets the profession. */
    public CustomerProfileBuilder occupation(String value) {
        occupation = value.strip();
        return this;
    }

    /** Sets the website. */
    public CustomerProfileBuilder website(String value) {
        website = value.strip();
        return this;
    }

    /** Sets the postal address as a whole. */
    public CustomerProfileBuilder address(
            String line1, String line2, String city, String state, String postalCode, String country) {
        return street(line1)
                .line2(line2)
                .city(city)
                .state(state)
                .postalCode(postalCode)
                .country(country);
    }

    /** Sets the first line of the address: street and number. */
    public CustomerProfileBuilder street(String value) {
        line1 = value.strip();
        return this;
    }

    /** Sets the second line of the address. */
    public CustomerProfileBuilder line2(String value) {
        line2 = value.strip();
        return this;
    }

    /** Sets the city of the address. */
    public CustomerProfileBuilder city(String value) {
        city = value.strip();
        return this;
    }

    /** Sets the state, province or region of the address. */
    public CustomerProfileBuilder state(String value) {
        state = value.strip();
        return this;
    }

    /** Sets the postal code of the address. */
    public CustomerProfileBuilder postalCode(String value) {
        postalCode = value.strip();
        return this;
    }

    /** Sets the country of the address: a name or an ISO 3166 code. */
    public CustomerProfileBuilder country(String value) {
        country = value.strip();
        return this;
    }

    /** Sets the note. */
    public CustomerProfileBuilder notes(String value) {
        notes = value.strip();
        return this;
    }

    /** Adds a label. */
    public CustomerProfileBuilder tag(String value) {
        if (!value.isBlank()) {
            tags.add(value.strip());
        }
        return this;
    }

    /** Adds an identifier of the other app. */
    public CustomerProfileBuilder externalId(String system, String kindOfId, String value) {
        if (!value.isBlank()) {
            externalIds.add(new ExternalId(system, kindOfId, value.strip()));
        }
        return this;
    }

    /** Sets the number by which the business knows the customer. */
    public CustomerProfileBuilder accountNumber(String value) {
        accountNumber = value.strip();
        return this;
    }

    /** Sets the business state. */
    public CustomerProfileBuilder status(CustomerProfile.Status value) {
        status = Optional.of(value);
        return this;
    }

    /** Sets how the bill is sent. */
    public CustomerProfileBuilder billMethod(CustomerProfile.BillMethod value) {
        billMethod = Optional.of(value);
        return this;
    }

    /** Sets the name to show instead of the composed one. */
    public CustomerProfileBuilder displayName(String value) {
        displayName = value.strip();
        return this;
    }

    /** Sets the currency, an ISO 4217 code. */
    public CustomerProfileBuilder currency(String value) {
        currency = value.strip();
        return this;
    }

    /** Makes the profile. */
    public CustomerProfile build() {
        return new CustomerProfile(
                kind,
                companyName,
                firstName,
                middleName,
                lastName,
                suffix,
                nickname,
                emails,
                phones,
                birthdate,
                gender,
                occupation,
                website,
                new Address(line1, line2, city, state, postalCode, country),
                notes,
                tags,
                externalIds,
                accountNumber,
                status,
                billMethod,
                displayName,
                currency);
    }
}
