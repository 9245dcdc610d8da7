package org.kontor.portal;

import java.util.List;
import org.kontor.customer.FieldCheck;
import org.kontor.shared.FieldError;

/**
 * An invitation to the portal.
 *
 * @param contactIds 1 to 50 contacts of the customer, active and with an e-mail address; empty for the primary one
 * @param subject one line, up to 200 characters; empty for the usual one
 * @param text plain text, up to 20,000 characters, in which {@code {link}} stands; empty for the usual one. {@code {name}},
 *     {@code {customer}}, {@code {company}} and {@code {days}} are filled in as well, in the subject, too
 */
public record InvitationDraft(List<Long> contactIds, String subject, String text) {

    /** Copies the list. */
    public InvitationDraft {
        contactIds = List.copyOf(contactIds);
    }

    /** What is against a rule that needs nothing but the draft; who is invited is not looked at. */
    public List<FieldError> wrong() {
        FieldCheck fields = new FieldCheck();
        InvitationText.checked(fields, new InvitationView("", ""), subject, text);
        return fields.errors();
    }
}
