package org.kontor.contact;

import org.kontor.customer.FieldCheck;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Which values a contact may have. */
final class ContactRules {

    private ContactRules() {}

    /**
     * The draft trimmed and normalised.
     *
     * @throws AppException {@link ErrorKind#INVALID} with every field that is against a rule
     */
    static ContactDraft check(ContactDraft draft) {
        FieldCheck fields = new FieldCheck();
        var address = fields.address("address", draft.address());
        ContactDraft normalised = new ContactDraft(
                fields.line("firstName", draft.firstName(), 100),
                fields.line("lastName", draft.lastName(), 100),
                fields.line("title", draft.title(), 100),
                fields.email("email", draft.email()),
                fields.phone("phone", draft.phone(), address.country()),
                fields.phone("mobile", draft.mobile(), address.country()),
                address,
                draft.status(),
                draft.primary());
        if (normalised.firstName().isEmpty() && normalised.lastName().isEmpty()) {
            fields.refuse("lastName", "REQUIRED", "Enter a first or a last name.");
        }
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
        return normalised;
    }

    /** S2-41: nobody would be reached by a primary contact that gets no messages. */
    static void primaryMustBeActive(ContactView contact) {
        if (contact.primary() && contact.status() == ContactStatus.INACTIVE) {
            throw AppException.invalid(
                    "status",
                    "PRIMARY_INACTIVE",
                    "Make another contact the primary one first: an inactive contact cannot be it.");
        }
    }
}
