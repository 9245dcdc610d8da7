package org.kontor.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kontor.contact.ContactStatus;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.contact.Upstream;

/** What the menu of a contact offers, on the record of the customer and on that of the contact. */
@Named("contactMenu")
@ApplicationScoped
public class ContactMenu {

    @Inject
    Contacts contacts;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    /**
     * Whether the state can be turned to the opposite, which alone is offered (S2-40). One that its systems have no more becomes
     * active when they have it again, not by hand.
     */
    public boolean offersToggle(ContactView contact) {
        return contact.setInactive() || contact.upstream() != Upstream.GONE;
    }

    /** Sets a contact to the opposite state (S2-39). An inactive one is primary no more; the reader was warned (S2-41). */
    public void toggle(ContactView contact) {
        ContactStatus other = contact.setInactive() ? ContactStatus.ACTIVE : ContactStatus.INACTIVE;
        ContactView now = contacts.revise(
                contact.id(),
                contact.version(),
                ContactForm.with(contact, other, other == ContactStatus.ACTIVE && contact.primary()));
        notices.done(texts.of("contact.now." + now.status(), contact.name()));
    }

    /** Makes a contact the primary one (S2-42). */
    public void makePrimary(ContactView contact) {
        ContactStatus status = contact.setInactive() ? ContactStatus.INACTIVE : ContactStatus.ACTIVE;
        contacts.revise(contact.id(), contact.version(), ContactForm.with(contact, status, true));
        notices.done(texts.of("contact.nowPrimary", contact.name()));
    }

    /** What to ask before a contact is set to the opposite state: the consequence, more so for the primary one (S2-41). */
    public String question(ContactView contact) {
        if (contact.setInactive()) {
            return texts.of("contact.activateText", contact.name());
        }
        return texts.of(contact.primary() ? "contact.deactivatePrimaryText" : "contact.deactivateText", contact.name());
    }
}
