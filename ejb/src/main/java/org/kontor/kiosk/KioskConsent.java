package org.kontor.kiosk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.kontor.access.Caller;
import org.kontor.contact.ConsentSource;
import org.kontor.contact.ContactDraft;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;

/** Consent to SMS that was given at a kiosk: with its number, on the contact of the person. */
@ApplicationScoped
public class KioskConsent {

    @Inject
    Contacts contacts;

    /** Notes the consent of a customer who was just created, on behalf of the current caller. */
    void given(long customerId) {
        Optional<ContactView> contact =
                of(customerId).stream().filter(ContactView::primary).findFirst();
        if (contact.isPresent()) {
            consent(contact.get(), contact.get().mobile());
        }
    }

    /**
     * Takes the consent of an entry over to another customer: to the contact with that number, else to a primary contact without any.
     */
    void takenOver(long entryCustomer, long customerId) {
        Optional<String> number = of(entryCustomer).stream()
                .filter(ContactView::smsOptIn)
                .map(ContactView::mobile)
                .findFirst();
        if (number.isEmpty()) {
            return;
        }
        List<ContactView> known = of(customerId);
        Optional<ContactView> contact = known.stream()
                .filter(each -> each.mobile().equals(number.get()))
                .findFirst()
                .or(() -> known.stream()
                        .filter(each -> each.primary() && each.mobile().isEmpty())
                        .findFirst());
        if (contact.filter(each -> !each.smsOptIn()).isPresent()) {
            consent(contact.get(), number.get());
        }
    }

    private void consent(ContactView contact, String mobile) {
        ContactDraft draft = contact.toDraft();
        contacts.revise(
                contact.id(),
                contact.version(),
                new ContactDraft(
                        draft.firstName(),
                        draft.lastName(),
                        draft.title(),
                        draft.email(),
                        draft.phone(),
                        mobile,
                        true,
                        Optional.of(ConsentSource.KIOSK),
                        draft.linkedInUrl(),
                        draft.contactType(),
                        draft.address(),
                        draft.status(),
                        draft.primary(),
                        draft.customFields()));
    }

    /** Whoever stands at the kiosk may not read; what is read here stays here. */
    private List<ContactView> of(long customerId) {
        return KioskEntries.as(Caller.SYSTEM, () -> contacts.ofCustomer(customerId));
    }
}
