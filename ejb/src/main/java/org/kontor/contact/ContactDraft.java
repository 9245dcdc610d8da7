package org.kontor.contact;

import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import org.kontor.customer.Address;

/**
 * Everything that can be said of a contact. Text may come untrimmed; an absent text is an empty string.
 *
 * @param firstName given name; first or last name is required
 * @param lastName family name
 * @param title role in the organisation
 * @param email one e-mail address
 * @param phone phone number
 * @param mobile mobile number
 * @param smsOptIn whether the person agrees to SMS on the mobile number, which is required then; goes with the number
 * @param smsOptInSource by which way that is known; empty means staff. Noted when the consent or its number changes
 * @param linkedInUrl profile on linkedin.com; may be empty
 * @param contactType code or name of a contact type of the system tables; may be empty (S2-28)
 * @param address postal address
 * @param status what is set by hand; empty means Active for a new contact and unchanged for an existing one. A contact that its
 *     systems no longer have stays inactive whatever is set here
 * @param primary whether this is the customer's primary contact; setting it takes it from the former one (S2-42)
 * @param customFields values of custom fields by key (S4-41); one that is left out has none
 */
public record ContactDraft(
        String firstName,
        String lastName,
        String title,
        String email,
        String phone,
        String mobile,
        boolean smsOptIn,
        Optional<ConsentSource> smsOptInSource,
        String linkedInUrl,
        String contactType,
        Address address,
        Optional<ContactStatus> status,
        boolean primary,
        Map<String, Optional<JsonValue>> customFields) {

    /** Copies the map. */
    public ContactDraft {
        customFields = Map.copyOf(customFields);
    }

    /** A contact without consent, profile, type and custom fields. */
    public ContactDraft(
            String firstName,
            String lastName,
            String title,
            String email,
            String phone,
            String mobile,
            Address address,
            Optional<ContactStatus> status,
            boolean primary) {
        this(
                firstName,
                lastName,
                title,
                email,
                phone,
                mobile,
                false,
                Optional.empty(),
                "",
                "",
                address,
                status,
                primary,
                Map.of());
    }

    /** The same with other custom fields. */
    ContactDraft withCustomFields(Map<String, Optional<JsonValue>> others) {
        return new ContactDraft(
                firstName,
                lastName,
                title,
                email,
                phone,
                mobile,
                smsOptIn,
                smsOptInSource,
                linkedInUrl,
                contactType,
                address,
                status,
                primary,
                others);
    }

    /** The same with or without consent to SMS. */
    ContactDraft withSmsOptIn(boolean optIn) {
        return new ContactDraft(
                firstName,
                lastName,
                title,
                email,
                phone,
                mobile,
                optIn,
                smsOptInSource,
                linkedInUrl,
                contactType,
                address,
                status,
                primary,
                customFields);
    }
}
