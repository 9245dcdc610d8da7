package org.kontor.customer;

import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
 * @param tags texts of tags; one that there is not yet is made (S1-22 to S1-25)
 * @param flags flags for past behaviour (S3-43 to S3-46)
 * @param health how the customer stands, judged by hand (S4-15); empty for not judged
 * @param owners who looks after the customer (S4-33)
 * @param customFields values of custom fields by key (S4-41); one that is left out has none
 * @param autoPayments whether automatic payment rules apply; empty means yes for a new customer (S4-51) and unchanged for an
 *     existing one
 * @param lateFees whether late fees are made (S4-25); empty as for {@code autoPayments}
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
        List<ExternalId> externalIds,
        List<String> tags,
        List<FlagDraft> flags,
        Optional<CustomerHealth> health,
        Owners owners,
        Map<String, Optional<JsonValue>> customFields,
        Optional<Boolean> autoPayments,
        Optional<Boolean> lateFees) {

    /** Copies the lists. */
    public CustomerDraft {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        externalIds = List.copyOf(externalIds);
        tags = List.copyOf(tags);
        flags = List.copyOf(flags);
        customFields = Map.copyOf(customFields);
    }

    /** A draft without marks: tags, flags, health, owners, custom fields, switches. */
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
            String primaryPhone,
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
                primaryPhone,
                phones,
                address,
                birthdate,
                gender,
                occupation,
                currency,
                externalIds,
                List.of(),
                List.of(),
                Optional.empty(),
                Owners.NONE,
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with these marks; whoever changes a stored customer starts from those that it has. */
    public CustomerDraft withMarks(
            List<String> tags,
            List<FlagDraft> flags,
            Optional<CustomerHealth> health,
            Owners owners,
            Map<String, Optional<JsonValue>> customFields,
            Optional<Boolean> autoPayments,
            Optional<Boolean> lateFees) {
        return new CustomerDraft(
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
                primaryPhone,
                phones,
                address,
                birthdate,
                gender,
                occupation,
                currency,
                externalIds,
                tags,
                flags,
                health,
                owners,
                customFields,
                autoPayments,
                lateFees);
    }

    /** The same with the marks of another draft. */
    public CustomerDraft withMarksOf(CustomerDraft other) {
        return withMarks(
                other.tags,
                other.flags,
                other.health,
                other.owners,
                other.customFields,
                other.autoPayments,
                other.lateFees);
    }

    /** The same with these tags. */
    public CustomerDraft withTags(List<String> others) {
        return withMarks(others, flags, health, owners, customFields, autoPayments, lateFees);
    }

    /** The same with these flags. */
    public CustomerDraft withFlags(List<FlagDraft> others) {
        return withMarks(tags, others, health, owners, customFields, autoPayments, lateFees);
    }

    /** The same with this health. */
    public CustomerDraft withHealth(Optional<CustomerHealth> other) {
        return withMarks(tags, flags, other, owners, customFields, autoPayments, lateFees);
    }

    /** The same with these owners. */
    public CustomerDraft withOwners(Owners others) {
        return withMarks(tags, flags, health, others, customFields, autoPayments, lateFees);
    }

    /** The same with these values of custom fields. */
    public CustomerDraft withCustomFields(Map<String, Optional<JsonValue>> others) {
        return withMarks(tags, flags, health, owners, others, autoPayments, lateFees);
    }

    /** The same with these switches. */
    public CustomerDraft withSwitches(boolean payments, boolean fees) {
        return withMarks(tags, flags, health, owners, customFields, Optional.of(payments), Optional.of(fees));
    }

    /** The same in this company entity and at this place of a hierarchy. */
    public CustomerDraft withPlace(Optional<Long> entity, AccountType type, Optional<Long> parent) {
        return new CustomerDraft(
                        entity,
                        accountNumber,
                        type,
                        parent,
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
                        primaryPhone,
                        phones,
                        address,
                        birthdate,
                        gender,
                        occupation,
                        currency,
                        externalIds)
                .withMarksOf(this);
    }

    /** Whether there is a tag, a flag, an owner or a custom value that must be looked up before it can be stored. */
    boolean hasMarks() {
        return !tags.isEmpty() || !flags.isEmpty() || !owners.equals(Owners.NONE) || !customFields.isEmpty();
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
