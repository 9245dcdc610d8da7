package org.kontor.contact;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.ErrorKind;
import org.kontor.suppression.Identity;
import org.kontor.suppression.Suppressions;

/**
 * What other systems say of contacts. Presence there and being set inactive here are two facts: neither clears the other
 * . A contact that comes from no other system is never touched (S2-17).
 */
@Stateless
public class UpstreamContacts {

    @Inject
    ContactRepository repository;

    @Inject
    Contacts contacts;

    @Inject
    ContactTypes types;

    @Inject
    CustomerGate gate;

    @Inject
    Suppressions suppressions;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> happened;

    /**
     * A system has this contact. The first time it comes in; later its fields follow, and one that was gone is active again on the
     * same record (S2-14, S2-16), unless it was set inactive here. When it was created does not change (S2-36).
     *
     * @param system name of the system, such as the id of a connection
     * @param value what the system calls the contact; unique there
     * @param draft what the system says; its {@code status} is not taken
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID}; {@link ErrorKind#CONFLICT} when
     *     the contact belongs to another customer, or the person's data was erased
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public ContactView present(long customerId, String system, String value, ContactDraft draft) {
        gate.lock(customerId);
        Optional<Long> known = repository.linked(system, value);
        if (known.isEmpty()) {
            suppressions.refuse(ContactIdentity.of(draft.email(), List.of(new Identity.External(system, "", value))));
        }
        long id = known.orElseGet(() -> contacts.take(customerId, draft).id());
        repository.link(system, value, id);
        ContactView before =
                contacts.find(id).filter(c -> c.customerId() == customerId).orElseThrow(() -> elsewhere(value));
        settle(id);
        ContactView now = contacts.find(id).orElse(before);
        boolean primary = draft.primary() && now.status() == ContactStatus.ACTIVE;
        return contacts.revise(id, now.version(), over(now.toDraft(), draft, primary));
    }

    /**
     * A system has told all its contacts of a customer: those that it had before and has no more become inactive and stay with their
     * history (S2-15).
     *
     * @param values what the system calls those that it has
     * @return how many it has no more
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public int onlyPresent(long customerId, String system, Collection<String> values) {
        gate.lock(customerId);
        Collection<Long> gone = repository.keepLinks(customerId, system, values);
        gone.forEach(this::settle);
        return gone.size();
    }

    private void settle(long id) {
        Contact contact = repository.find(id).orElseThrow();
        String company = gate.name(contact.customerId());
        ContactView before = contact.view(company, types.byId(), Map.of());
        Upstream now = repository.present(id) ? Upstream.PRESENT : Upstream.GONE;
        if (before.upstream() == now) {
            return;
        }
        contact.upstream(
                now,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                CallerContext.current().login());
        repository.flush();
        Map<String, Change> changes = ContactChanges.between(before, contact.view(company, types.byId(), Map.of()));
        happened.fire(new DomainEvent(
                "contact.updated",
                contact.customerId(),
                changes,
                Map.of("contactId", Long.toString(id), "contact", before.name())));
    }

    /** What the system says, over what only Kontor knows. */
    private static ContactDraft over(ContactDraft here, ContactDraft there, boolean primary) {
        return new ContactDraft(
                there.firstName(),
                there.lastName(),
                there.title(),
                there.email(),
                there.phone(),
                there.mobile().isEmpty() ? here.mobile() : there.mobile(),
                here.smsOptIn(),
                here.smsOptInSource(),
                here.linkedInUrl(),
                there.contactType().isEmpty() ? here.contactType() : there.contactType(),
                there.address(),
                here.status(),
                primary || here.primary(),
                here.customFields());
    }

    private static AppException elsewhere(String value) {
        return new AppException(
                ErrorKind.CONFLICT,
                "CONTACT_ELSEWHERE",
                "Look for the contact " + value + " at another customer: there it came in before.");
    }
}
