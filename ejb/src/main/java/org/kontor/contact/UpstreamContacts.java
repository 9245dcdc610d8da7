package org.kontor.contact;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
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
     * A system has this contact. The first time it comes in, unless one contact of the customer that no system has is known by the
     * same e-mail address: that one it is. Later its fields follow, and one that was gone is active again on the
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
            suppressions.refuse(identity(system, value, draft));
        }
        long id = known.or(() -> repository.unlinked(customerId, draft.email().strip()))
                .orElseGet(() -> contacts.take(customerId, draft).id());
        repository.link(system, value, id);
        ContactView before =
                contacts.find(id).filter(c -> c.customerId() == customerId).orElseThrow(() -> elsewhere(value));
        settle(id);
        ContactView now = contacts.find(id).orElse(before);
        boolean primary = draft.primary() && now.status() == ContactStatus.ACTIVE;
        return contacts.follow(id, now.version(), over(now.toDraft(), draft, primary));
    }

    /**
     * Why {@link #present} would refuse this contact; empty when it would not. Asked before anything is written, since a refusal ends the
     * transaction.
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public Optional<AppException> refusal(long customerId, String system, String value, ContactDraft draft) {
        Optional<Contact> known = repository.linked(system, value).flatMap(repository::find);
        if (known.isPresent() && known.get().customerId() != customerId) {
            return Optional.of(elsewhere(value));
        }
        try {
            ContactRules.check(known.isPresent() ? over(draftOf(known.get()), draft, false) : draft, List.of());
            if (known.isEmpty()) {
                suppressions.refuse(identity(system, value, draft));
            }
            return Optional.empty();
        } catch (AppException e) {
            return Optional.of(e);
        }
    }

    private static ContactDraft draftOf(Contact contact) {
        return contact.view("", Map.of(), Map.of()).toDraft();
    }

    private static Identity identity(String system, String value, ContactDraft draft) {
        return ContactIdentity.of(draft.email(), List.of(new Identity.External(system, "", value)));
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
        contact.upstream(now, clock.instant(), CallerContext.current().login());
        repository.flush();
        Map<String, Change> changes = ContactChanges.between(before, contact.view(company, types.byId(), Map.of()));
        happened.fire(new DomainEvent(
                "contact.updated",
                contact.customerId(),
                changes,
                Map.of("contactId", Long.toString(id), "contact", before.name())));
    }

    /** What the system says, over what only Kontor knows; of what the system leaves blank ours stays. */
    private static ContactDraft over(ContactDraft here, ContactDraft there, boolean primary) {
        boolean named = !there.firstName().isBlank() || !there.lastName().isBlank();
        return new ContactDraft(
                named ? there.firstName() : here.firstName(),
                named ? there.lastName() : here.lastName(),
                filled(there.title(), here.title()),
                filled(there.email(), here.email()),
                filled(there.phone(), here.phone()),
                filled(there.mobile(), here.mobile()),
                here.smsOptIn(),
                here.smsOptInSource(),
                here.linkedInUrl(),
                there.contactType().isEmpty() ? here.contactType() : there.contactType(),
                there.address().blank() ? here.address() : there.address(),
                here.status(),
                primary || here.primary(),
                here.customFields());
    }

    private static String filled(String there, String here) {
        return there.isBlank() ? here : there;
    }

    private static AppException elsewhere(String value) {
        return new AppException(
                ErrorKind.CONFLICT,
                "CONTACT_ELSEWHERE",
                "Look for the contact " + value + " at another customer: there it came in before.");
    }
}
