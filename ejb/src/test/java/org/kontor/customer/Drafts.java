package org.kontor.customer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drafts for tests: begins with the least that can be stored, then says what differs. */
public final class Drafts {

    private String accountNumber = "";
    private AccountType accountType = AccountType.STANDARD;
    private Optional<Long> parentId = Optional.empty();
    private CustomerClass customerClass = CustomerClass.BUSINESS;
    private Optional<CustomerStatus> status = Optional.empty();
    private String companyName = "";
    private String firstName = "";
    private String middleName = "";
    private String lastName = "";
    private String suffix = "";
    private String displayName = "";
    private List<String> emails = List.of();
    private String website = "";
    private Optional<BillMethod> billMethod = Optional.empty();
    private String primaryPhone = "";
    private final List<Phone> phones = new ArrayList<>();
    private Address address = Address.NONE;
    private Optional<LocalDate> birthdate = Optional.empty();
    private String currency = "";
    private final List<ExternalId> externalIds = new ArrayList<>();

    private Drafts() {}

    /** A Business with this name. */
    public static Drafts business(String name) {
        Drafts drafts = new Drafts();
        drafts.companyName = name;
        return drafts;
    }

    /** A Residential customer with these names. */
    public static Drafts person(String firstName, String lastName) {
        Drafts drafts = new Drafts();
        drafts.customerClass = CustomerClass.RESIDENTIAL;
        drafts.firstName = firstName;
        drafts.lastName = lastName;
        return drafts;
    }

    public Drafts accountNumber(String value) {
        accountNumber = value;
        return this;
    }

    public Drafts parent() {
        accountType = AccountType.PARENT;
        return this;
    }

    public Drafts childOf(Long parent) {
        accountType = AccountType.CHILD;
        parentId = Optional.ofNullable(parent);
        return this;
    }

    public Drafts parentId(long parent) {
        parentId = Optional.of(parent);
        return this;
    }

    public Drafts status(CustomerStatus value) {
        status = Optional.of(value);
        return this;
    }

    public Drafts middleName(String value) {
        middleName = value;
        return this;
    }

    public Drafts suffix(String value) {
        suffix = value;
        return this;
    }

    public Drafts displayName(String value) {
        displayName = value;
        return this;
    }

    public Drafts emails(String... values) {
        emails = List.of(values);
        return this;
    }

    public Drafts website(String value) {
        website = value;
        return this;
    }

    public Drafts billMethod(BillMethod value) {
        billMethod = Optional.of(value);
        return this;
    }

    public Drafts primaryPhone(String value) {
        primaryPhone = value;
        return this;
    }

    public Drafts phone(PhoneType type, String number) {
        phones.add(new Phone(type, number));
        return this;
    }

    public Drafts country(String value) {
        address = new Address("1 Main St", "", "Springfield", "", "", value);
        return this;
    }

    public Drafts born(LocalDate value) {
        birthdate = Optional.of(value);
        return this;
    }

    public Drafts currency(String value) {
        currency = value;
        return this;
    }

    public Drafts externalId(String system, String kind, String value) {
        externalIds.add(new ExternalId(system, kind, value));
        return this;
    }

    /** The draft. */
    public CustomerDraft draft() {
        return new CustomerDraft(
                Optional.empty(),
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
                "",
                displayName,
                emails,
                website,
                billMethod,
                primaryPhone,
                phones,
                address,
                birthdate,
                "",
                "",
                currency,
                externalIds);
    }

    /** The draft after the rules. */
    public CustomerRules.Checked checked() {
        return CustomerRules.check(draft());
    }
}
