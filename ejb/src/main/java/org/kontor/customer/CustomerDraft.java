package org.kontor.customer;

import jakarta.json.bind.annotation.JsonbProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be said of a customer when creating or changing one. Text may come untrimmed; an absent text is an
 * empty string. Validated and normalised by {@link Customers}, the same for every way in (S0-21).
 *
 * @param entityId the company entity; empty for the default one
 * @param accountNumber business key, unique per entity; may be empty
 * @param accountType place in a hierarchy
 * @param parentId the parent; must be given for a child and absent otherwise
 * @param customerClass kind of customer
 * @param status business state; empty means Pending for a new customer and unchanged for an existing one
 * @param companyName name of the organisation; required for Business
 * @param firstName given name; first or last name is required for Residential
 * @param middleName middle name
 * @param lastName family name
 * @param suffix such as Jr.
 * @param nickname what the person likes to be called
 * @param displayName overrides the composed display name; empty lets it follow the names (S0-27, S4-40)
 * @param emails in order; the first is the primary one
 * @param website http or https address (S0-16); may be empty
 * @param billMethod how the bill is sent; empty means Print
 * @param primaryPhone put before the other phones (S0-29); empty lets the first of them be the primary one
 * @param phones in order
 * @param address postal address
 * @param birthdate date of birth, not in the future
 * @param gender as text
 * @param occupation profession
 * @param currency ISO 4217 code; empty for the entity's
 * @param externalIds identifiers in other systems
 */
public record CustomerDraft(
        Optional<Long> entityId,
        String accountNumber,
        AccountType accountType,
        Optional<Long> parentId,
        @JsonbProperty("class") CustomerClass customerClass,
        Optional<CustomerStatus> status,
        String companyName,
        String firstName,
        String middleName,
        String lastName,
        String suffix,
        String nickname,
        String displayName,
        List<String> emails,
        String website,
        Optional<BillMethod> billMethod,
        String primaryPhone,
        List<Phone> phones,
        Address address,
        Optional<LocalDate> birthdate,
        String gender,
        String occupation,
        String currency,
        List<ExternalId> externalIds) {

    /** Copies the lists. */
    public CustomerDraft {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        externalIds = List.copyOf(externalIds);
    }

    /** A draft whose first phone is the primary one. */
    public CustomerDraft(
            Optional<Long> entityId,
            String accountNumber,
            AccountType accountType,
            Optional<Long> parentId,
            CustomerClass customerClass,
            Optional<CustomerStatus> status,
            String companyName,
            String firstName,
            String middleName,
            String lastName,
            String suffix,
            String nickname,
            String displayName,
            List<String> emails,
            String website,
            Optional<BillMethod> billMethod,
            List<Phone> phones,
            Address address,
            Optional<LocalDate> birthdate,
            String gender,
            String occupation,
            String currency,
            List<ExternalId> externalIds) {
        this(
                entityId,
                accountNumber,
                accountType,
                parentId,
                customerClass,
                status,
                companyName,
                firstName,
                middleName,
                lastName,
                suffix,
                nickname,
                displayName,
                emails,
                website,
                billMethod,
                "",
                phones,
                address,
                birthdate,
                gender,
                occupation,
                currency,
                externalIds);
    }
}
