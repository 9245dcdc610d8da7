package org.kontor.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A customer as a file tells it: profile information only, never history (S3-08). Text is trimmed; an absent value is an
 * empty string. Kontor validates and normalises: a format passes e-mail addresses and phone numbers on as they stand.
 *
 * @param kind whether a person or an organisation; empty lets Kontor decide: an organisation when there is a company
 *     name and no person's name
 * @param companyName name of the organisation
 * @param firstName given name
 * @param middleName middle name or names
 * @param lastName family name
 * @param suffix such as {@code Jr.}
 * @param nickname what the person likes to be called
 * @param emails in order, the first is the primary one
 * @param phones in order, the first is the primary one
 * @param birthdate date of birth
 * @param gender as text; known values are {@code FEMALE}, {@code MALE}, {@code OTHER}, anything else is kept as it is
 * @param occupation profession
 * @param website address of the customer's website
 * @param address postal address
 * @param notes becomes the customer's first note (S3-24)
 * @param tags labels the other app gave
 * @param externalIds the other app's own identifiers, stable across its exports
 * @param accountNumber the number by which the business knows the customer; no two customers have the same
 * @param status business state; empty where the file does not tell
 * @param billMethod how the bill is sent; empty where the file does not tell
 * @param displayName name to show instead of the composed one
 * @param currency ISO 4217 code
 */
public record CustomerProfile(
        Optional<Kind> kind,
        String companyName,
        String firstName,
        String middleName,
        String lastName,
        String suffix,
        String nickname,
        List<String> emails,
        List<Phone> phones,
        Optional<LocalDate> birthdate,
        String gender,
        String occupation,
        String website,
        Address address,
        String notes,
        List<String> tags,
        List<ExternalId> externalIds,
        String accountNumber,
        Optional<Status> status,
        Optional<BillMethod> billMethod,
        String displayName,
        String currency) {

    /** Copies the lists and refuses null, so that a mistake shows in the format that made it. */
    public CustomerProfile {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(companyName, "companyName");
        Objects.requireNonNull(firstName, "firstName");
        Objects.requireNonNull(middleName, "middleName");
        Objects.requireNonNull(lastName, "lastName");
        Objects.requireNonNull(suffix, "suffix");
        Objects.requireNonNull(nickname, "nickname");
        Objects.requireNonNull(birthdate, "birthdate");
        Objects.requireNonNull(gender, "gender");
        Objects.requireNonNull(occupation, "occupation");
        Objects.requireNonNull(website, "website");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(notes, "notes");
        Objects.requireNonNull(accountNumber, "accountNumber");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(billMethod, "billMethod");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(currency, "currency");
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        tags = List.copyOf(tags);
        externalIds = List.copyOf(externalIds);
    }

    /** Person or organisation. */
    public enum Kind {
        /** A person; becomes a Residential customer. */
        PERSON,
        /** An organisation; becomes a Business customer. */
        ORGANISATION
    }

    /** Business state of a customer. */
    public enum Status {
        /** Buys. */
        OPEN,
        /** Is being set up. */
        PENDING,
        /** May become a customer. */
        PROSPECT,
        /** Buys no more. */
        CLOSED
    }

    /** How the bill is sent. */
    public enum BillMethod {
        /** On paper. */
        PRINT,
        /** By e-mail; needs an address. */
        EMAIL,
        /** Both. */
        PRINT_AND_EMAIL
    }

    /** What a phone number is for. */
    public enum PhoneType {
        /** Mobile phone, can receive text messages. */
        MOBILE,
        /** Phone at home. */
        HOME,
        /** Phone at work. */
        WORK,
        /** Person to call in an emergency. */
        EMERGENCY,
        /** Fax machine. */
        FAX,
        /** Anything else, or unknown. */
        OTHER
    }

    /**
     * A phone number.
     *
     * @param type what it is for
     * @param number as it stands in the file
     */
    public record Phone(PhoneType type, String number) {

        /** Refuses null. */
        public Phone {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(number, "number");
        }
    }

    /**
     * A postal address; empty strings where unknown.
     *
     * @param line1 street and number
     * @param line2 second line
     * @param city city
     * @param state state, province or region
     * @param postalCode postal code
     * @param country name or ISO 3166 code as it stands in the file
     */
    public record Address(String line1, String line2, String city, String state, String postalCode, String country) {

        /** No address at all. */
        public static final Address NONE = new Address("", "", "", "", "", "");
    }

    /**
     * An identifier in another system.
     *
     * @param system the system, such as {@code revio}
     * @param kind what it identifies there, such as {@code customer}
     * @param value the identifier
     */
    public record ExternalId(String system, String kind, String value) {}

    /** Starts a profile with nothing in it. */
    public static CustomerProfileBuilder builder() {
        return new CustomerProfileBuilder();
    }
}
