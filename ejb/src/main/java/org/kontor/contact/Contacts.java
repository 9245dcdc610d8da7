package org.kontor.contact;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.ErrorKind;

/** Creates, changes and finds contacts. */
@Stateless
public class Contacts {

    @Inject
    ContactRepository repository;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> happened;

    /**
     * Adds a contact to a customer.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer, {@link ErrorKind#INVALID} for fields
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public ContactView add(long customerId, ContactDraft draft) {
        ContactDraft checked = ContactRules.check(draft);
        String company = repository.lockCustomer(customerId).orElseThrow(() -> absent("customer", customerId));
        Contact contact = new Contact(customerId, now(), actor());
        contact.revise(checked, now(), actor());
        ContactRules.primaryMustBeActive(contact.view(company));
        demoteFormer(contact, checked.primary());
        repository.add(contact);
        ContactView added = contact.view(company);
        happened.fire(new DomainEvent("contact.created", customerId, Map.of(), details(added)));
        return added;
    }

    /**
     * Replaces what is said of a contact.
     *
     * @throws AppException {@link ErrorKind#ABSENT}, {@link ErrorKind#STALE}, {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public ContactView revise(long id, long expectedVersion, ContactDraft draft) {
        long customerId = repository.customerOf(id).orElseThrow(() -> absent("contact", id));
        String company = repository.lockCustomer(customerId).orElseThrow(() -> absent("contact", id));
        Contact contact = repository.find(id).orElseThrow(() -> absent("contact", id));
        if (contact.version() != expectedVersion) {
            throw ContactRepository.stale(new IllegalStateException("version is " + contact.version()));
        }
        ContactDraft checked = ContactRules.check(draft);
        ContactView before = contact.view(company);
        if (checked.equals(before.toDraft())) {
            return before;
        }
        demoteFormer(contact, checked.primary());
        contact.revise(checked, now(), actor());
        ContactRules.primaryMustBeActive(contact.view(company));
        Map<String, Change> changes = ContactChanges.between(before, contact.view(company));
        contact.unlink(ContactChanges.fields(changes));
        repository.flush();
        ContactView after = contact.view(company);
        if (!changes.isEmpty()) {
            happened.fire(new DomainEvent("contact.updated", customerId, changes, details(after)));
        }
        return after;
    }

    /** The contact with this id. */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<ContactView> find(long id) {
        return repository
                .find(id)
                .map(contact ->
                        contact.view(repository.company(contact.customerId()).orElse("")));
    }

    /**
     * The contacts of a customer: primary first, then active ones, then by name.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_CUSTOMER)
    public List<ContactView> ofCustomer(long customerId) {
        String company = repository.company(customerId).orElseThrow(() -> absent("customer", customerId));
        return repository.ofCustomer(customerId).stream()
                .map(contact -> contact.view(company))
                .toList();
    }

    /** The latest set wins (S2-42). */
    private void demoteFormer(Contact contact, boolean primary) {
        if (primary) {
            repository.primary(contact.customerId(), contact.id()).ifPresent(former -> {
                former.demote(now(), actor());
                repository.flush();
            });
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String actor() {
        return CallerContext.current().login();
    }

    private static Map<String, String> details(ContactView contact) {
        return Map.of("contactId", Long.toString(contact.id()), "contact", contact.name());
    }

    private static AppException absent(String noun, long id) {
        return new AppException(
                ErrorKind.ABSENT,
                noun.toUpperCase(Locale.ROOT) + "_NOT_FOUND",
                "Look for another " + noun + ": there is none with id " + id + ".");
    }
}
