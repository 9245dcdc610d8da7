package org.kontor.contact;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.kontor.customer.Address;
import org.kontor.settings.CustomFieldValues;

/**
 * A contact as it is stored.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was created (S2-35); never changes (S2-37)
 * @param createdBy who created it
 * @param updatedAt when it was last changed
 * @param updatedBy who changed it last
 * @param customerId the customer
 * @param company display name of the customer (S2-30)
 * @param firstName given name
 * @param lastName family name
 * @param name both
 * @param title role
 * @param email e-mail address
 * @param phone phone number
 * @param mobile mobile number
 * @param smsOptIn whether the person agrees to SMS on the mobile number (S2-21)
 * @param linkedInUrl profile on linkedin.com
 * @param contactType code of its type in the system tables; empty for none
 * @param contactTypeName what people read for it
 * @param address postal address
 * @param status inactive when it was set so by hand, or when its systems have it no more
 * @param setInactive whether it was set inactive by hand
 * @param upstream whether the systems that it comes from have it
 * @param primary whether it is the primary contact
 * @param customFields values of custom fields by key
 */
public record ContactView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        long customerId,
        String company,
        String firstName,
        String lastName,
        String name,
        String title,
        String email,
        String phone,
        String mobile,
        boolean smsOptIn,
        String linkedInUrl,
        String contactType,
        String contactTypeName,
        Address address,
        ContactStatus status,
        boolean setInactive,
        Upstream upstream,
        boolean primary,
        Map<String, JsonValue> customFields) {

    /** The draft that, saved again, changes nothing. */
    public ContactDraft toDraft() {
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
                address,
                Optional.of(setInactive ? ContactStatus.INACTIVE : ContactStatus.ACTIVE),
                primary,
                CustomFieldValues.given(customFields));
    }
}
