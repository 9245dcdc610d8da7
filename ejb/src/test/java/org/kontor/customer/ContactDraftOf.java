package org.kontor.customer;

import java.util.Map;
import java.util.Optional;
import org.kontor.contact.ContactDraft;
import org.kontor.contact.ContactView;

/** Drafts of contacts that differ from what is stored in one thing. */
final class ContactDraftOf {

    private ContactDraftOf() {}

    static ContactDraft email(ContactView view, String email) {
        return new ContactDraft(
                view.firstName(),
                view.lastName(),
                view.title(),
                email,
                view.phone(),
                view.mobile(),
                view.smsOptIn(),
                Optional.empty(),
                view.linkedInUrl(),
                view.contactType(),
                view.address(),
                Optional.of(view.status()),
                view.primary(),
                Map.of());
    }
}
