package org.kontor.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.customer.CustomerRules.Checked;

/**
 * The record of one customer. It comes into being through {@link CustomerWriter}, never by persisting an instance; from then
 * on it is changed as a whole, by whoever has seen its current version, and its id stays its own for ever. E-mails, phones
 * and external ids belong to it but are lists of plain values: {@link CustomerRepository} reads and replaces them.
 */
@Entity
@Table(name = "customer")
@SuppressWarnings("NullAway.Init") // JPA fills the fields.
class Customer {

    @Id
    private long id;

    @Version
    private long version;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private String updatedBy;

    @Column(name = "entity_id")
    private long entityId;

    @Column(name = "account_number")
    private String accountNumber;

    @Enumerated(EnumType.STRING)
    @Column(name = "account_type")
    private AccountType accountType;

    @Column(name = "parent_id")
    private @Nullable Long parentId;

    @Enumerated(EnumType.STRING)
    @Column(name = "customer_class")
    private CustomerClass customerClass;

    @Enumerated(EnumType.STRING)
    private CustomerStatus status;

    @Column(name = "company_name")
    private String companyName;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "middle_name")
    private String middleName;

    @Column(name = "last_name")
    private String lastName;

    private String suffix;

    private String nickname;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "display_name_overridden")
    private boolean displayNameOverridden;

    private String website;

    @Enumerated(EnumType.STRING)
    @Column(name = "bill_method")
    private BillMethod billMethod;

    @Column(name = "address_line1")
    private String addressLine1;

    @Column(name = "address_line2")
    private String addressLine2;

    @Column(name = "address_city")
    private String addressCity;

    @Column(name = "address_state")
    private String addressState;

    @Column(name = "address_postal_code")
    private String addressPostalCode;

    @Column(name = "address_country")
    private String addressCountry;

    private @Nullable LocalDate birthdate;

    private String gender;

    private String occupation;

    private String currency;

    @Column(name = "auto_payments")
    private boolean autoPayments;

    private boolean archived;

    @Column(name = "sort_name")
    private String sortName;

    @Column(name = "match_name")
    private String matchName;

    @Column(name = "search_text")
    private String searchText;

    long id() {
        return id;
    }

    long version() {
        return version;
    }

    CustomerStatus status() {
        return status;
    }

    long entityId() {
        return entityId;
    }

    /** Takes over what the draft says; its status, entity and bill method are given, its currency is filled in. */
    void revise(Checked checked, long entity, String entityCurrency, Instant at, String by) {
        CustomerDraft draft = checked.draft();
        entityId = entity;
        accountNumber = draft.accountNumber();
        accountType = draft.accountType();
        parentId = draft.parentId().orElse(null);
        customerClass = draft.customerClass();
        status = draft.status().orElse(status);
        companyName = draft.companyName();
        firstName = draft.firstName();
        middleName = draft.middleName();
        lastName = draft.lastName();
        suffix = draft.suffix();
        nickname = draft.nickname();
        displayName = checked.displayName();
        displayNameOverridden = !draft.displayName().isEmpty();
        website = draft.website();
        billMethod = draft.billMethod().orElse(BillMethod.PRINT);
        addressLine1 = draft.address().line1();
        addressLine2 = draft.address().line2();
        addressCity = draft.address().city();
        addressState = draft.address().state();
        addressPostalCode = draft.address().postalCode();
        addressCountry = draft.address().country();
        birthdate = draft.birthdate().orElse(null);
        gender = draft.gender();
        occupation = draft.occupation();
        currency = draft.currency().isEmpty() ? entityCurrency : draft.currency();
        DerivedText derived = DerivedText.of(draft, displayName);
        sortName = derived.sortName();
        matchName = derived.matchName();
        searchText = derived.searchText();
        updatedAt = at;
        updatedBy = by;
    }

    CustomerView view(String entityName, CustomerLists lists) {
        return new CustomerView(
                id,
                version,
                createdAt,
                createdBy,
                updatedAt,
                updatedBy,
                entityId,
                entityName,
                accountNumber,
                accountType,
                Optional.ofNullable(parentId),
                customerClass,
                status,
                companyName,
                firstName,
                middleName,
                lastName,
                suffix,
                nickname,
                displayName,
                displayNameOverridden,
                lists.emails(),
                website,
                billMethod,
                lists.phones().isEmpty() ? "" : lists.phones().get(0).number(),
                lists.phones(),
                new Address(addressLine1, addressLine2, addressCity, addressState, addressPostalCode, addressCountry),
                Optional.ofNullable(birthdate),
                gender,
                occupation,
                currency,
                lists.externalIds(),
                autoPayments,
                archived);
    }
}
