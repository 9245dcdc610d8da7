package org.kontor.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.customer.MarkResolver.Resolved;
import org.kontor.shared.Stamped;

/**
 * The record of one customer. It comes into being through {@link CustomerWriter}, never by persisting an instance; from then
 * on it is changed as a whole, by whoever has seen its current version, and its id stays its own for ever. E-mails, phones
 * and external ids belong to it but are lists of plain values: {@link CustomerRepository} reads and replaces them.
 */
@Entity
@Table(name = "customer")
@SuppressWarnings("NullAway.Init") // JPA fills the fields.
class Customer extends Stamped {

    @Id
    private long id;

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

    @Enumerated(EnumType.STRING)
    private @Nullable CustomerHealth health;

    @Column(name = "billing_owner_id")
    private @Nullable Long billingOwnerId;

    @Column(name = "account_manager_id")
    private @Nullable Long accountManagerId;

    @Column(name = "sales_rep_id")
    private @Nullable Long salesRepId;

    @Column(name = "manager_id")
    private @Nullable Long managerId;

    @Column(name = "auto_payments")
    private boolean autoPayments;

    @Column(name = "late_fees")
    private boolean lateFees;

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

    /** Whether a user owns or manages the customer. */
    boolean isOf(long userId) {
        return Stream.of(billingOwnerId, accountManagerId, salesRepId, managerId)
                .anyMatch(owner -> owner != null && owner == userId);
    }

    CustomerStatus status() {
        return status;
    }

    long entityId() {
        return entityId;
    }

    /** Ids of the owners, in the order of {@link Owners.Part}. */
    List<Optional<Long>> ownerIds() {
        return List.of(
                Optional.ofNullable(billingOwnerId),
                Optional.ofNullable(accountManagerId),
                Optional.ofNullable(salesRepId),
                Optional.ofNullable(managerId));
    }

    /** Hides it from lists, or shows it again. */
    void archive(boolean hidden, Instant at, String by) {
        archived = hidden;
        changed(at, by);
    }

    /** Takes over what the draft says; its status, entity and bill method are given, its currency is filled in. */
    void revise(Resolved resolved, long entity, String entityCurrency, Instant at, String by) {
        CustomerDraft draft = resolved.draft();
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
        displayName = resolved.displayName();
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
        health = draft.health().orElse(null);
        billingOwnerId = resolved.owner(Owners.Part.BILLING_OWNER).orElse(null);
        accountManagerId = resolved.owner(Owners.Part.ACCOUNT_MANAGER).orElse(null);
        salesRepId = resolved.owner(Owners.Part.SALES_REP).orElse(null);
        managerId = resolved.owner(Owners.Part.MANAGER).orElse(null);
        autoPayments = draft.autoPayments().orElse(autoPayments);
        lateFees = draft.lateFees().orElse(lateFees);
        DerivedText derived = DerivedText.of(draft, displayName, resolved.searchable());
        sortName = derived.sortName();
        matchName = derived.matchName();
        searchText = derived.searchText();
        changed(at, by);
    }

    CustomerView view(String entityName, CustomerLists lists, MarksOf marks, Optional<Sentiment> sentiment) {
        return new CustomerView(
                id,
                version(),
                createdAt(),
                createdBy(),
                updatedAt(),
                updatedBy(),
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
                marks.tags().stream().map(TagView::name).toList(),
                marks.flags(),
                Optional.ofNullable(health),
                marks.owners(ownerIds()),
                marks.values(),
                autoPayments,
                lateFees,
                archived,
                sentiment);
    }
}
