package org.kontor.customer;

import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A customer as it is stored.
 *
 * @param id Kontor's own number (S0-34); never changes and is never used again (S0-38)
 * @param version counts changes; for optimistic locking
 * @param createdAt when it was created
 * @param createdBy who created it
 * @param updatedAt when it was last changed
 * @param updatedBy who changed it last
 * @param entityId the company entity
 * @param entityName its name
 * @param accountNumber business key; may be empty
 * @param accountType place in a hierarchy
 * @param parentId the parent of a child
 * @param customerClass kind of customer
 * @param status business state
 * @param companyName name of the organisation
 * @param firstName given name
 * @param middleName middle name
 * @param lastName family name
 * @param suffix suffix
 * @param nickname nickname
 * @param displayName the name shown everywhere
 * @param displayNameOverridden whether the display name was set by hand
 * @param emails in order; the first is the primary one
 * @param website website
 * @param billMethod how the bill is sent
 * @param primaryPhone the first of the phones (S0-29); empty when there is none
 * @param phones in order; the first is the primary phone
 * @param address postal address
 * @param birthdate date of birth
 * @param gender as text
 * @param occupation profession
 * @param currency ISO 4217 code
 * @param externalIds identifiers in other systems
 * @param tags texts of its tags, in order
 * @param flags flags for past behaviour, oldest first
 * @param health how it stands, judged by hand
 * @param owners who looks after it
 * @param customFields values of custom fields by key
 * @param autoPayments whether automatic payment rules apply; on for every new customer (S4-51)
 * @param lateFees whether late fees are made
 * @param archived whether hidden from lists
 * @param sentiment how the customer feels, as its tickets say; empty without recent tickets
 */
public record CustomerView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        long entityId,
        String entityName,
        String accountNumber,
        AccountType accountType,
        Optional<Long> parentId,
        @JsonbProperty("class") CustomerClass customerClass,
        CustomerStatus status,
        String companyName,
        String firstName,
        String middleName,
        String lastName,
        String suffix,
        String nickname,
        String displayName,
        boolean displayNameOverridden,
        List<String> emails,
        String website,
        BillMethod billMethod,
        String primaryPhone,
        List<Phone> phones,
        Address address,
        Optional<LocalDate> birthdate,
        String gender,
        String occupation,
        String currency,
        List<ExternalId> externalIds,
        List<String> tags,
        List<FlagView> flags,
        Optional<CustomerHealth> health,
        Owners owners,
        Map<String, JsonValue> customFields,
        boolean autoPayments,
        boolean lateFees,
        boolean archived,
        Optional<Sentiment> sentiment) {

    /** Copies the lists. */
    public CustomerView {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        externalIds = List.copyOf(externalIds);
        tags = List.copyOf(tags);
        flags = List.copyOf(flags);
    }

    /** The draft that, saved again, changes nothing: what a form or a merge patch starts from. */
    public CustomerDraft toDraft() {
        Map<String, Optional<JsonValue>> values = new HashMap<>();
        customFields.forEach((key, value) -> values.put(key, Optional.of(value)));
        CustomerDraft draft = new CustomerDraft(
                Optional.of(entityId),
                accountNumber,
                accountType,
                parentId,
                customerClass,
                Optional.of(status),
                companyName,
                firstName,
                middleName,
                lastName,
                suffix,
                nickname,
                displayNameOverridden ? displayName : "",
                emails,
                website,
                Optional.of(billMethod),
                phones,
                address,
                birthdate,
                gender,
                occupation,
                currency,
                externalIds);
        return draft.withMarks(
                tags,
                flags.stream().map(FlagView::toDraft).toList(),
                health,
                owners,
                values,
                Optional.of(autoPayments),
                Optional.of(lateFees));
    }
}
