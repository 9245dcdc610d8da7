package org.kontor.contact;

import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.customer.Address;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.shared.Stamped;

/**
 * A person of a customer. The automatic contact of a Residential customer starts as a copy whose fields follow the customer
 * a field that somebody edits here stops to follow and never begins again. A contact is not removed: it becomes inactive
 * (S2-15). When it was created never changes (S2-37).
 */
@Entity
@Table(name = "contact")
@SuppressWarnings("NullAway.Init") // JPA fills the fields.
class Contact extends Stamped {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "customer_id", updatable = false)
    private long customerId;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    private String title;

    private String email;

    private String phone;

    private String mobile;

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

    @Enumerated(EnumType.STRING)
    private ContactStatus status;

    @Column(name = "set_inactive")
    private boolean setInactive;

    @Enumerated(EnumType.STRING)
    private Upstream upstream;

    @Column(name = "contact_type_id")
    private @Nullable Long contactTypeId;

    @Column(name = "linked_in_url")
    private String linkedInUrl;

    @Column(name = "sms_opt_in")
    private boolean smsOptIn;

    @Column(name = "is_primary")
    private boolean primary;

    @Column(name = "linked_fields")
    private String linkedFields;

    /** For JPA. */
    protected Contact() {}

    /** A contact entered by hand: nothing of it follows the customer. */
    Contact(long customerId, Instant at, String by) {
        super(at, by);
        this.customerId = customerId;
        linkedFields = "";
        upstream = Upstream.NONE;
        settleStatus();
    }

    long id() {
        return id;
    }

    long customerId() {
        return customerId;
    }

    /** Takes over what the draft says; {@code typeId} is the entry that its contact type names. */
    void revise(ContactDraft draft, Optional<Long> typeId, Instant at, String by) {
        firstName = draft.firstName();
        lastName = draft.lastName();
        title = draft.title();
        email = draft.email();
        phone = draft.phone();
        mobile = draft.mobile();
        smsOptIn = draft.smsOptIn();
        linkedInUrl = draft.linkedInUrl();
        contactTypeId = typeId.orElse(null);
        address(draft.address());
        setInactive = draft.status().map(ContactStatus.INACTIVE::equals).orElse(setInactive);
        settleStatus();
        primary = draft.primary();
        touched(at, by);
    }

    /** Another contact of the customer has become the primary one. */
    void demote(Instant at, String by) {
        primary = false;
        touched(at, by);
    }

    /** Its systems have it again, or have it no more: then it can no longer be the primary one (S2-15, S2-16). */
    void upstream(Upstream now, Instant at, String by) {
        upstream = now;
        settleStatus();
        primary = primary && status == ContactStatus.ACTIVE;
        touched(at, by);
    }

    /** Inactive if either says so. */
    private void settleStatus() {
        status = setInactive || upstream == Upstream.GONE ? ContactStatus.INACTIVE : ContactStatus.ACTIVE;
    }

    /** Follows the customer with the fields that still do. */
    void follow(CustomerCopy copy, Instant at, String by) {
        Set<String> linked = linked();
        firstName = linked.contains("firstName") ? copy.firstName() : firstName;
        lastName = linked.contains("lastName") ? copy.lastName() : lastName;
        email = linked.contains("email") ? copy.email() : email;
        phone = linked.contains("phone") ? copy.phone() : phone;
        mobile = linked.contains("mobile") ? copy.mobile() : mobile;
        smsOptIn = smsOptIn && !mobile.isEmpty();
        if (linked.contains("address")) {
            address(copy.address());
        }
        touched(at, by);
    }

    /** The fields that somebody edited do not follow any more. */
    void unlink(Set<String> fields) {
        Set<String> linked = linked();
        linked.removeAll(fields);
        linkedFields = String.join(",", linked);
    }

    ContactView view(String company, Map<Long, SystemTableEntryView> types, Map<String, JsonValue> customFields) {
        Optional<SystemTableEntryView> type = Optional.ofNullable(contactTypeId).map(types::get);
        return new ContactView(
                id,
                version(),
                createdAt(),
                createdBy(),
                updatedAt(),
                updatedBy(),
                customerId,
                company,
                firstName,
                lastName,
                (firstName + " " + lastName).strip(),
                title,
                email,
                phone,
                mobile,
                smsOptIn,
                linkedInUrl,
                type.map(SystemTableEntryView::code).orElse(""),
                type.map(SystemTableEntryView::name).orElse(""),
                new Address(addressLine1, addressLine2, addressCity, addressState, addressPostalCode, addressCountry),
                status,
                setInactive,
                upstream,
                primary,
                customFields);
    }

    private Set<String> linked() {
        return new LinkedHashSet<>(Arrays.asList(linkedFields.split(",", -1)));
    }

    private void address(Address address) {
        addressLine1 = address.line1();
        addressLine2 = address.line2();
        addressCity = address.city();
        addressState = address.state();
        addressPostalCode = address.postalCode();
        addressCountry = address.country();
    }

    private void touched(Instant at, String by) {
        changed(at, by);
    }
}
