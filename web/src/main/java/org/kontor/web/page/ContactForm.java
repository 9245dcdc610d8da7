package org.kontor.web.page;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.contact.ContactDraft;
import org.kontor.contact.ContactStatus;
import org.kontor.contact.ContactView;

/** What stands in the inputs of a contact form. */
public class ContactForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String firstName = "";
    private String lastName = "";
    private String title = "";
    private String email = "";
    private String phone = "";
    private String mobile = "";
    private boolean smsOptIn;
    private String linkedInUrl = "";
    private String contactType = "";
    private final AddressForm address = new AddressForm();
    private ContactStatus status = ContactStatus.ACTIVE;
    private boolean primary;
    private final CustomForm custom = new CustomForm();

    /** Puts a contact into the inputs. */
    void fill(ContactView view) {
        fill(view.toDraft());
    }

    /** Puts values into the inputs. */
    void fill(ContactDraft view) {
        firstName = view.firstName();
        lastName = view.lastName();
        title = view.title();
        email = view.email();
        phone = view.phone();
        mobile = view.mobile();
        smsOptIn = view.smsOptIn();
        linkedInUrl = view.linkedInUrl();
        contactType = view.contactType();
        address.fill(view.address());
        status = view.status().orElse(status);
        primary = view.primary();
        custom.fill(view.customFields());
    }

    /** What the inputs say. */
    ContactDraft draft() {
        return new ContactDraft(
                firstName,
                lastName,
                title,
                email,
                phone,
                mobile,
                smsOptIn,
                Optional.empty(),
                linkedInUrl,
                contactType,
                address.address(),
                Optional.of(status),
                primary,
                custom.given());
    }

    /** A contact as it is, but for its state and whether it is primary. */
    static ContactDraft with(ContactView view, ContactStatus status, boolean primary) {
        ContactForm form = new ContactForm();
        form.fill(view);
        form.status = status;
        form.primary = primary;
        return form.draft();
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Given name. */
    public String getFirstName() {
        return firstName;
    }

    /** Sets the given name. */
    public void setFirstName(@Nullable String value) {
        firstName = orEmpty(value);
    }

    /** Family name. */
    public String getLastName() {
        return lastName;
    }

    /** Sets the family name. */
    public void setLastName(@Nullable String value) {
        lastName = orEmpty(value);
    }

    /** Role. */
    public String getTitle() {
        return title;
    }

    /** Sets the role. */
    public void setTitle(@Nullable String value) {
        title = orEmpty(value);
    }

    /** E-mail address. */
    public String getEmail() {
        return email;
    }

    /** Sets the e-mail address. */
    public void setEmail(@Nullable String value) {
        email = orEmpty(value);
    }

    /** Phone number. */
    public String getPhone() {
        return phone;
    }

    /** Sets the phone number. */
    public void setPhone(@Nullable String value) {
        phone = orEmpty(value);
    }

    /** Mobile number. */
    public String getMobile() {
        return mobile;
    }

    /** Sets the mobile number. */
    public void setMobile(@Nullable String value) {
        mobile = orEmpty(value);
    }

    /** Whether the person agrees to SMS on the mobile number. */
    public boolean isSmsOptIn() {
        return smsOptIn;
    }

    /** Sets whether the person agrees to SMS. */
    public void setSmsOptIn(boolean value) {
        smsOptIn = value;
    }

    /** Profile on LinkedIn. */
    public String getLinkedInUrl() {
        return linkedInUrl;
    }

    /** Sets the profile on LinkedIn. */
    public void setLinkedInUrl(@Nullable String value) {
        linkedInUrl = orEmpty(value);
    }

    /** Code of the type. */
    public String getContactType() {
        return contactType;
    }

    /** Sets the code of the type. */
    public void setContactType(@Nullable String value) {
        contactType = orEmpty(value);
    }

    /** Inputs of custom fields. */
    public CustomForm getCustom() {
        return custom;
    }

    /** Postal address. */
    public AddressForm getAddress() {
        return address;
    }

    /** State. */
    public ContactStatus getStatus() {
        return status;
    }

    /** Sets the state. */
    public void setStatus(ContactStatus value) {
        status = value;
    }

    /** Whether it is the primary contact. */
    public boolean isPrimary() {
        return primary;
    }

    /** Sets whether it is the primary contact. */
    public void setPrimary(boolean value) {
        primary = value;
    }
}
