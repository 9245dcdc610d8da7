package org.kontor.contact;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.access.CallerContext;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldValues;
import org.kontor.settings.CustomValues;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** Creates, changes and finds contacts. */
@Stateless
public class Contacts {

    @Inject
    ContactRepository repository;

    @Inject
    ContactTypes types;

    @Inject
    ContactHistory history;

    @Inject
    ContactOwners owners;

    @Inject
    CustomValues custom;

    @Inject
    CustomerGate gate;

    @Inject
    CustomerScope scope;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> happened;

    /**
     * Adds a contact to a customer.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer, {@link ErrorKind#INVALID} for fields, {@link ErrorKind#CONFLICT}
     *     while another system keeps the contacts of the customer (S4-45)
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public ContactView add(long customerId, ContactDraft draft) {
        gate.name(customerId);
        owners.mayAdd(customerId);
        return add(customerId, draft, Optional.empty());
    }

    /**
     * As {@link #add}, of a system that may keep the contacts of the customer and knows nothing of custom fields: those that are
     * required may be missing.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer, {@link ErrorKind#INVALID} for fields
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public ContactView take(long customerId, ContactDraft draft) {
        return add(customerId, draft, Optional.of(Map.of()));
    }

    private ContactView add(long customerId, ContactDraft draft, Optional<Map<String, JsonValue>> before) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, JsonValue> values = custom.check(CustomFieldOwner.CONTACT, draft.customFields(), before, errors);
        ContactDraft checked = ContactRules.check(draft, errors);
        String company = gate.lock(customerId);
        Contact contact = new Contact(customerId, now(), actor());
        contact.revise(checked, types.chosen(checked, ""), now(), actor());
        ContactRules.primaryMustBeActive(contact.view(company, Map.of(), Map.of()));
        demoteFormer(contact, checked.primary());
        repository.add(contact);
        custom.write(CustomFieldOwner.CONTACT, contact.id(), values);
        ContactView added = contact.view(company, types.byId(), values);
        if (added.smsOptIn()) {
            history.consent(added.id(), true, added.mobile(), source(draft));
        }
        happened.fire(new DomainEvent("contact.created", customerId, Map.of(), details(added)));
        return added;
    }

    /**
     * Replaces what is said of a contact.
     *
     * @throws AppException {@link ErrorKind#ABSENT}, {@link ErrorKind#STALE}, {@link ErrorKind#INVALID}; {@link ErrorKind#CONFLICT} while
     *     another system keeps the contacts of the customer, for all but consent to SMS and what is set by hand (S4-45, X-09)
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public ContactView revise(long id, long expectedVersion, ContactDraft draft) {
        return revise(id, expectedVersion, draft, false);
    }

    /**
     * As {@link #revise}, of a system that may keep the contacts of the customer.
     *
     * @throws AppException {@link ErrorKind#ABSENT}, {@link ErrorKind#STALE}, {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public ContactView follow(long id, long expectedVersion, ContactDraft draft) {
        return revise(id, expectedVersion, draft, true);
    }

    /**
     * The system that keeps the contacts of this customer, so that they are read-only here (S4-45); empty when they are kept here.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<String> owner(long customerId) {
        gate.name(customerId);
        return owners.of(customerId);
    }

    private ContactView revise(long id, long expectedVersion, ContactDraft draft, boolean fromOwner) {
        long customerId = repository.customerOf(id).filter(scope::sees).orElseThrow(() -> absent("contact", id));
        String company = gate.lock(customerId);
        Contact contact = repository.find(id).orElseThrow(() -> absent("contact", id));
        if (contact.version() != expectedVersion) {
            throw AppException.stale(contact.version());
        }
        ContactView before = contact.view(company, types.byId(), custom.of(CustomFieldOwner.CONTACT, id));
        // Consent is for a number: when that goes, so does the consent.
        boolean numberTaken = before.smsOptIn() && draft.mobile().isBlank();
        List<FieldError> errors = new ArrayList<>();
        Map<String, JsonValue> values = custom.check(
                CustomFieldOwner.CONTACT, draft.customFields(), Optional.of(before.customFields()), errors);
        ContactDraft checked = ContactRules.check(numberTaken ? draft.withSmsOptIn(false) : draft, errors)
                .withCustomFields(CustomFieldValues.given(values));
        if (checked.equals(before.toDraft())) {
            return before;
        }
        if (!fromOwner) {
            owners.mayChange(before, checked);
        }
        demoteFormer(contact, checked.primary());
        contact.revise(checked, types.chosen(checked, before.contactType()), now(), actor());
        ContactRules.primaryMustBeActive(contact.view(company, Map.of(), Map.of()));
        Map<String, Change> changes = ContactChanges.between(before, contact.view(company, types.byId(), values));
        contact.unlink(ContactChanges.fields(changes));
        repository.flush();
        custom.write(CustomFieldOwner.CONTACT, id, values);
        ContactView after = contact.view(company, types.byId(), values);
        history.consent(before, after, source(draft));
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
                .flatMap(contact -> gate.find(contact.customerId())
                        .map(company -> contact.view(company, types.byId(), custom.of(CustomFieldOwner.CONTACT, id))));
    }

    /** The contacts with these ids; those that do not exist are left out. */
    @Requires(Permission.READ_CUSTOMER)
    public List<ContactView> findAll(List<Long> ids) {
        List<Contact> all = repository.findAll(ids);
        Set<Long> seen = scope.visible(all.stream().map(Contact::customerId).toList());
        List<Contact> found =
                all.stream().filter(c -> seen.contains(c.customerId())).toList();
        Map<Long, String> companies =
                repository.companies(found.stream().map(Contact::customerId).toList());
        return views(found, companies);
    }

    /**
     * The contacts of a customer: primary first, then active ones, then by name.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_CUSTOMER)
    public List<ContactView> ofCustomer(long customerId) {
        String company = gate.name(customerId);
        return views(repository.ofCustomer(customerId), Map.of(customerId, company));
    }

    private List<ContactView> views(List<Contact> found, Map<Long, String> companies) {
        Map<Long, SystemTableEntryView> known = types.byId();
        Map<Long, Map<String, JsonValue>> values = custom.of(
                CustomFieldOwner.CONTACT, found.stream().map(Contact::id).toList());
        return found.stream()
                .map(contact -> contact.view(
                        companies.getOrDefault(contact.customerId(), ""),
                        known,
                        values.getOrDefault(contact.id(), Map.of())))
                .toList();
    }

    /**
     * How the consent of a contact to SMS changed, newest first (S2-23).
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.READ_CUSTOMER)
    public List<ConsentView> consents(long id) {
        existing(id);
        return history.consents(id);
    }

    /**
     * The number to which SMS of the system may go; empty for a contact that did not agree (S2-22) or is inactive (S2-41):
     * nothing may be sent then, and that something should have been stands in the history.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<String> smsNumber(long id) {
        ContactView contact = existing(id);
        if (contact.smsOptIn() && contact.status() == ContactStatus.ACTIVE) {
            return Optional.of(contact.mobile());
        }
        happened.fire(new DomainEvent("sms.blocked", contact.customerId(), Map.of(), details(contact)));
        return Optional.empty();
    }

    private ContactView existing(long id) {
        return find(id).orElseThrow(() -> absent("contact", id));
    }

    private static ConsentSource source(ContactDraft draft) {
        return draft.smsOptInSource().orElse(ConsentSource.STAFF);
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
        return clock.instant();
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
