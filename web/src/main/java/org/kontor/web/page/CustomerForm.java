package org.kontor.web.page;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.customer.AccountType;
import org.kontor.customer.BillMethod;
import org.kontor.customer.CustomerClass;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerStatus;
import org.kontor.customer.Phone;
import org.kontor.customer.PhoneType;
import org.kontor.shared.FieldError;

/**
 * What stands in the inputs of a customer form, as typed. Inputs of the other class keep what was typed in them until the
 * customer is saved.
 */
public class CustomerForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private CustomerClass customerClass = CustomerClass.BUSINESS;
    private AccountType accountType = AccountType.STANDARD;
    private CustomerStatus status = CustomerStatus.PENDING;
    private BillMethod billMethod = BillMethod.PRINT;
    private String accountNumber = "";
    private String parentId = "";
    private String companyName = "";
    private String firstName = "";
    private String middleName = "";
    private String lastName = "";
    private String suffix = "";
    private String nickname = "";
    private String displayName = "";
    private String website = "";
    private String birthdate = "";
    private String gender = "";
    private String occupation = "";
    private String currency = "";
    private List<String> emails = new ArrayList<>();
    private final List<PhoneForm> phones = new ArrayList<>(List.of(new PhoneForm()));
    private final AddressForm address = new AddressForm();
    private Optional<Long> entityId = Optional.empty();
    private final ExternalIdRows externalIds = new ExternalIdRows();
    private final MarksForm marks = new MarksForm();

    /** A phone number in the form. */
    public static class PhoneForm implements Serializable {

        private static final long serialVersionUID = 1L;

        private PhoneType type = PhoneType.MOBILE;
        private String number = "";

        /** What it is for. */
        public PhoneType getType() {
            return type;
        }

        /** Sets what it is for. */
        public void setType(PhoneType value) {
            type = value;
        }

        /** The number, as typed. */
        public String getNumber() {
            return number;
        }

        /** Sets the number. */
        public void setNumber(@Nullable String value) {
            number = orEmpty(value);
        }
    }

    /** Puts values into the inputs. */
    void fill(CustomerDraft draft) {
        entityId = draft.entityId();
        accountNumber = draft.accountNumber();
        accountType = draft.accountType();
        parentId = draft.parentId().map(String::valueOf).orElse("");
        customerClass = draft.customerClass();
        status = draft.status().orElse(status);
        companyName = draft.companyName();
        firstName = draft.firstName();
        middleName = draft.middleName();
        lastName = draft.lastName();
        suffix = draft.suffix();
        nickname = draft.nickname();
        displayName = draft.displayName();
        emails = new ArrayList<>(draft.emails());
        website = draft.website();
        billMethod = draft.billMethod().orElse(billMethod);
        phones.clear();
        draft.phones().forEach(p -> addPhone(p.type(), p.number()));
        if (phones.isEmpty()) {
            addPhone(PhoneType.MOBILE, "");
        }
        address.fill(draft.address());
        birthdate = draft.birthdate().map(LocalDate::toString).orElse("");
        gender = draft.gender();
        occupation = draft.occupation();
        currency = draft.currency();
        externalIds.fill(draft.externalIds());
        marks.fill(draft);
    }

    /** What cannot be read as a value at all: a date that is none, a parent that is no number. */
    List<FieldError> unreadable(Texts texts) {
        List<FieldError> errors = new ArrayList<>();
        if (!birthdate.isBlank() && date().isEmpty()) {
            errors.add(new FieldError("birthdate", "DATE", texts.of("form.date")));
        }
        if (accountType == AccountType.CHILD && !parentId.isBlank() && parent().isEmpty()) {
            errors.add(new FieldError("parentId", "NUMBER", texts.of("form.parent")));
        }
        errors.addAll(marks.getCustom().unreadable(texts));
        return errors;
    }

    /**
     * What the inputs say. What stands in inputs of the other class, which are hidden, goes only when the class is changed.
     *
     * @param stored class of the customer as stored; empty for a new one
     */
    CustomerDraft draft(Optional<CustomerClass> stored) {
        boolean all = stored.filter(customerClass::equals).isPresent();
        boolean company = all || isBusiness();
        boolean person = all || !isBusiness();
        CustomerDraft draft = new CustomerDraft(
                entityId,
                accountNumber,
                accountType,
                accountType == AccountType.CHILD ? parent() : Optional.empty(),
                customerClass,
                Optional.of(status),
                company ? companyName : "",
                person ? firstName : "",
                person ? middleName : "",
                person ? lastName : "",
                person ? suffix : "",
                person ? nickname : "",
                displayName,
                emails,
                website,
                Optional.of(billMethod),
                phones.stream()
                        .filter(p -> !p.number.isBlank())
                        .map(p -> new Phone(p.type, p.number))
                        .toList(),
                address.address(),
                person ? date() : Optional.empty(),
                person ? gender : "",
                person ? occupation : "",
                currency,
                externalIds.typed());
        return marks.into(draft);
    }

    private Optional<LocalDate> date() {
        try {
            return birthdate.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(birthdate.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Optional<Long> parent() {
        return parentId.strip().matches("\\d{1,18}") ? Optional.of(Long.valueOf(parentId.strip())) : Optional.empty();
    }

    /** Health, owners and custom fields. */
    public MarksForm getMarks() {
        return marks;
    }

    /** Adds an input for a phone number. */
    public void addPhone() {
        addPhone(PhoneType.OTHER, "");
    }

    private void addPhone(PhoneType type, String number) {
        PhoneForm phone = new PhoneForm();
        phone.type = type;
        phone.number = number;
        phones.add(phone);
    }

    /** Takes an input for a phone number away. */
    public void removePhone(int index) {
        phones.remove(index);
    }

    /** Kind of customer. */
    public CustomerClass getCustomerClass() {
        return customerClass;
    }

    /** Sets the kind of customer. */
    public void setCustomerClass(CustomerClass value) {
        customerClass = value;
    }

    /** Whether the customer is an organisation. */
    public boolean isBusiness() {
        return customerClass == CustomerClass.BUSINESS;
    }

    /** Place in a hierarchy. */
    public AccountType getAccountType() {
        return accountType;
    }

    /** Sets the place in a hierarchy. */
    public void setAccountType(AccountType value) {
        accountType = value;
    }

    /** Business state. */
    public CustomerStatus getStatus() {
        return status;
    }

    /** Sets the business state. */
    public void setStatus(CustomerStatus value) {
        status = value;
    }

    /** How the bill is sent. */
    public BillMethod getBillMethod() {
        return billMethod;
    }

    /** Sets how the bill is sent. */
    public void setBillMethod(BillMethod value) {
        billMethod = value;
    }

    /** E-mail addresses; the first is the primary one. */
    public List<String> getEmails() {
        return emails;
    }

    /** Sets the e-mail addresses. */
    public void setEmails(@Nullable List<String> value) {
        emails = value == null ? new ArrayList<>() : new ArrayList<>(value);
    }

    /** Phone numbers; the first is the primary one. */
    public List<PhoneForm> getPhones() {
        return phones;
    }

    /** Company entity; 0 for the default one. */
    public long getEntityId() {
        return entityId.orElse(0L);
    }

    /** Sets the company entity. */
    public void setEntityId(long value) {
        entityId = value == 0 ? Optional.empty() : Optional.of(value);
    }

    /** Identifiers of the customer in other systems. */
    public ExternalIdRows getExternalIds() {
        return externalIds;
    }

    /** Postal address. */
    public AddressForm getAddress() {
        return address;
    }

    /** Business key. */
    public String getAccountNumber() {
        return accountNumber;
    }

    /** Sets: business key. */
    public void setAccountNumber(@Nullable String value) {
        accountNumber = orEmpty(value);
    }

    /** Id of the parent account, as typed. */
    public String getParentId() {
        return parentId;
    }

    /** Sets: id of the parent account, as typed. */
    public void setParentId(@Nullable String value) {
        parentId = orEmpty(value);
    }

    /** Name of the organisation. */
    public String getCompanyName() {
        return companyName;
    }

    /** Sets: name of the organisation. */
    public void setCompanyName(@Nullable String value) {
        companyName = orEmpty(value);
    }

    /** Given name. */
    public String getFirstName() {
        return firstName;
    }

    /** Sets: given name. */
    public void setFirstName(@Nullable String value) {
        firstName = orEmpty(value);
    }

    /** Middle name. */
    public String getMiddleName() {
        return middleName;
    }

    /** Sets: middle name. */
    public void setMiddleName(@Nullable String value) {
        middleName = orEmpty(value);
    }

    /** Family name. */
    public String getLastName() {
        return lastName;
    }

    /** Sets: family name. */
    public void setLastName(@Nullable String value) {
        lastName = orEmpty(value);
    }

    /** Suffix. */
    public String getSuffix() {
        return suffix;
    }

    /** Sets: suffix. */
    public void setSuffix(@Nullable String value) {
        suffix = orEmpty(value);
    }

    /** Nickname. */
    public String getNickname() {
        return nickname;
    }

    /** Sets: nickname. */
    public void setNickname(@Nullable String value) {
        nickname = orEmpty(value);
    }

    /** Display name that overrides the composed one. */
    public String getDisplayName() {
        return displayName;
    }

    /** Sets: display name that overrides the composed one. */
    public void setDisplayName(@Nullable String value) {
        displayName = orEmpty(value);
    }

    /** Website. */
    public String getWebsite() {
        return website;
    }

    /** Sets: website. */
    public void setWebsite(@Nullable String value) {
        website = orEmpty(value);
    }

    /** Date of birth, as typed. */
    public String getBirthdate() {
        return birthdate;
    }

    /** Sets: date of birth, as typed. */
    public void setBirthdate(@Nullable String value) {
        birthdate = orEmpty(value);
    }

    /** Gender. */
    public String getGender() {
        return gender;
    }

    /** Sets: gender. */
    public void setGender(@Nullable String value) {
        gender = orEmpty(value);
    }

    /** Profession. */
    public String getOccupation() {
        return occupation;
    }

    /** Sets: profession. */
    public void setOccupation(@Nullable String value) {
        occupation = orEmpty(value);
    }

    /** ISO 4217 code. */
    public String getCurrency() {
        return currency;
    }

    /** Sets: iSO 4217 code. */
    public void setCurrency(@Nullable String value) {
        currency = orEmpty(value);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
