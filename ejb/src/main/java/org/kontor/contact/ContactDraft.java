package org.kontor.contact;

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
 * @param address postal address
 * @param status state; empty means Active for a new contact and unchanged for an existing one
 * @param primary whether this is the customer's primary contact; setting it takes it from the former one (S2-42)
 */
public record ContactDraft(
        String firstName,
        String lastName,
        String title,
        String email,
        String phone,
        String mobile,
        Address address,
        Optional<ContactStatus> status,
        boolean primary) {}
