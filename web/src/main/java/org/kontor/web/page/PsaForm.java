package org.kontor.web.page;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.customer.AccountType;
import org.kontor.customer.BillMethod;
import org.kontor.customer.CustomerClass;
import org.kontor.customer.CustomerStatus;
import org.kontor.customer.PsaDraft;

/** What stands in the inputs of a customer as PSA sees it. */
public class PsaForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private CustomerClass identity = CustomerClass.BUSINESS;
    private CustomerStatus status = CustomerStatus.PENDING;
    private String customerName = "";
    private String email = "";
    private String website = "";
    private BillMethod billMethod = BillMethod.PRINT;
    private String primaryPhone = "";
    private final AddressForm address = new AddressForm();

    /** Puts values into the inputs. */
    void fill(PsaDraft draft) {
        identity = draft.identity();
        status = draft.status().orElse(status);
        customerName = draft.customerName();
        email = draft.email();
        website = draft.website();
        billMethod = draft.billMethod().orElse(billMethod);
        primaryPhone = draft.primaryPhone();
        address.fill(draft.address());
    }

    /** What the inputs say; PSA knows one account type. */
    PsaDraft draft() {
        return new PsaDraft(
                AccountType.STANDARD,
                identity,
                Optional.of(status),
                customerName,
                email,
                website,
                Optional.of(billMethod),
                primaryPhone,
                address.address());
    }

    /** What PSA calls the class. */
    public CustomerClass getIdentity() {
        return identity;
    }

    /** Sets: what PSA calls the class. */
    public void setIdentity(CustomerClass value) {
        identity = value;
    }

    /** Business state. */
    public CustomerStatus getStatus() {
        return status;
    }

    /** Sets: business state. */
    public void setStatus(CustomerStatus value) {
        status = value;
    }

    /** The name shown everywhere. */
    public String getCustomerName() {
        return customerName;
    }

    /** Sets: the name shown everywhere. */
    public void setCustomerName(@Nullable String value) {
        customerName = value == null ? "" : value;
    }

    /** The one e-mail address that PSA knows. */
    public String getEmail() {
        return email;
    }

    /** Sets: the one e-mail address that PSA knows. */
    public void setEmail(@Nullable String value) {
        email = value == null ? "" : value;
    }

    /** Web address. */
    public String getWebsite() {
        return website;
    }

    /** Sets: web address. */
    public void setWebsite(@Nullable String value) {
        website = value == null ? "" : value;
    }

    /** How the bill is sent. */
    public BillMethod getBillMethod() {
        return billMethod;
    }

    /** Sets: how the bill is sent. */
    public void setBillMethod(BillMethod value) {
        billMethod = value;
    }

    /** The primary phone. */
    public String getPrimaryPhone() {
        return primaryPhone;
    }

    /** Sets: the primary phone. */
    public void setPrimaryPhone(@Nullable String value) {
        primaryPhone = value == null ? "" : value;
    }

    /** Postal address. */
    public AddressForm getAddress() {
        return address;
    }
}
