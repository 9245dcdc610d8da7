package org.kontor.contact;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.customer.FieldCheck;
import org.kontor.settings.CompanySetting;
import org.kontor.settings.CurrentSettings;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;

/**
 * Changes of the jobs of contacts, as whoever watches their LinkedIn profiles reports them (S2-32). One switch for the whole
 * company decides whether they are taken at all (S2-34).
 */
@Stateless
public class JobChanges {

    @Inject
    Contacts contacts;

    @Inject
    ContactHistory history;

    @Inject
    CustomerGate gate;

    @Inject
    CurrentSettings settings;

    @Inject
    Event<DomainEvent> happened;

    /**
     * Takes a change: it stands on the contact and in the history of the customer, whoever is responsible gets a to-do, and it goes
     * out as {@code contact.job-changed}. Nothing is taken when the company does not want it, when the contact has no LinkedIn link
     * (S2-33), and when it is the change that was told last: who watches may tell twice. One to the same job from another one than that
     * is news: what was between went unseen.
     *
     * @param source who noticed it, such as the id of a connector
     * @param before job before; empty when it is not known
     * @param after job now; empty for none
     * @return whether it was taken
     * @throws AppException {@link ErrorKind#ABSENT} for the contact, {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public boolean report(long contactId, String source, String before, String after) {
        FieldCheck fields = new FieldCheck();
        String from = fields.line("before", before, 200);
        String to = fields.line("after", after, 200);
        String by = fields.line("source", source, 100);
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
        ContactView contact = existing(contactId);
        if (!settings.on(CompanySetting.LINKED_IN_UPDATES)
                || contact.linkedInUrl().isEmpty()
                || from.equals(to)) {
            return false;
        }
        // Of two who tell the same at once, the second one waits here and sees that it is known.
        gate.lock(contact.customerId());
        if (history.lastJob(contactId)
                .filter(told -> told.after().equals(to) && (from.isEmpty() || from.equals(told.before())))
                .isPresent()) {
            return false;
        }
        history.jobChange(contactId, by, from, to);
        happened.fire(new DomainEvent(
                "contact.job-changed",
                contact.customerId(),
                Map.of("job", new DomainEvent.Change(from, to)),
                Map.of("contactId", Long.toString(contactId), "contact", contact.name())));
        return true;
    }

    /**
     * What was noticed of a contact, newest first.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.READ_CUSTOMER)
    public List<JobChangeView> ofContact(long contactId) {
        existing(contactId);
        return history.jobChanges(contactId);
    }

    private ContactView existing(long contactId) {
        return contacts.find(contactId)
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "CONTACT_NOT_FOUND",
                        "Look for another contact: there is none with id " + contactId + "."));
    }
}
