package org.kontor.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/**
 * The one place that decides whether contacts are read-only here, since another system keeps them (S4-45). What Kontor alone knows of
 * them stays its own: whether they agree to SMS, and whether they are set inactive.
 */
@ApplicationScoped
class ContactOwners {

    @Inject
    @Any
    Instance<KeepsContacts> features;

    /** The name of the system that keeps the contacts of this customer; empty when they are kept here. */
    Optional<String> of(long customerId) {
        return Optional.ofNullable(of(List.of(customerId)).get(customerId));
    }

    /** The same for many: a customer whose contacts are kept here is left out. */
    Map<Long, String> of(Collection<Long> customerIds) {
        Map<Long, String> owners = new HashMap<>();
        for (KeepsContacts feature : features) {
            owners.putAll(feature.keepers(customerIds));
        }
        return owners;
    }

    /**
     * Refuses another contact.
     *
     * @throws AppException {@link ErrorKind#CONFLICT} with the system where it can be added
     */
    void mayAdd(long customerId) {
        of(customerId).ifPresent(owner -> {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "CONTACTS_KEPT_ELSEWHERE",
                    "Add the contact in " + owner
                            + ", from where it comes here: it keeps the contacts of this customer.");
        });
    }

    /**
     * Refuses a change of what the other system says.
     *
     * @throws AppException {@link ErrorKind#CONFLICT} with the system where it can be changed
     */
    void mayChange(ContactView before, ContactDraft after) {
        of(before.customerId()).filter(owner -> !ofOurs(before, after)).ifPresent(owner -> {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "CONTACTS_KEPT_ELSEWHERE",
                    "Change the contact in " + owner
                            + ", from where it comes here: it keeps the contacts of this customer."
                            + " Only consent to SMS and Inactive are decided in Kontor.");
        });
    }

    /** Whether nothing differs but consent and what was set by hand; who is set inactive is primary no more (S2-41). */
    private static boolean ofOurs(ContactView before, ContactDraft after) {
        ContactDraft was = before.toDraft();
        boolean inactive = after.status()
                .filter(status -> status == ContactStatus.INACTIVE)
                .isPresent();
        boolean primary = was.primary() && (!inactive || after.primary());
        return after.equals(new ContactDraft(
                was.firstName(),
                was.lastName(),
                was.title(),
                was.email(),
                was.phone(),
                was.mobile(),
                after.smsOptIn(),
                after.smsOptInSource(),
                was.linkedInUrl(),
                was.contactType(),
                was.address(),
                after.status(),
                primary,
                was.customFields()));
    }
}
