package org.kontor.contact;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kontor.customer.FieldCheck;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** Which values a contact may have. Needs no database and no container. */
public final class ContactRules {

    private static final Pattern LINKED_IN =
            Pattern.compile("https?://([a-z0-9-]+\\.)*linkedin\\.com/.+", Pattern.CASE_INSENSITIVE);

    private ContactRules() {}

    /**
     * The draft trimmed and normalised.
     *
     * @param others what is wrong with its custom fields
     * @throws AppException {@link ErrorKind#INVALID} with every field that is against a rule
     */
    static ContactDraft check(ContactDraft draft, List<FieldError> others) {
        FieldCheck fields = new FieldCheck();
        ContactDraft normalised = normalised(fields, draft);
        List<FieldError> errors =
                Stream.concat(fields.errors().stream(), others.stream()).toList();
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
        return normalised;
    }

    /** Every field that is against a rule, but for custom ones; empty for none. */
    public static List<FieldError> wrong(ContactDraft draft) {
        FieldCheck fields = new FieldCheck();
        normalised(fields, draft);
        return fields.errors();
    }

    private static ContactDraft normalised(FieldCheck fields, ContactDraft draft) {
        var address = fields.address("address", draft.address());
        ContactDraft normalised = new ContactDraft(
                fields.line("firstName", draft.firstName(), 100),
                fields.line("lastName", draft.lastName(), 100),
                fields.line("title", draft.title(), 100),
                fields.email("email", draft.email()),
                fields.phone("phone", draft.phone(), address.country()),
                fields.phone("mobile", draft.mobile(), address.country()),
                draft.smsOptIn(),
                draft.smsOptInSource(),
                linkedIn(fields, draft.linkedInUrl()),
                fields.line("contactType", draft.contactType(), 100),
                address,
                draft.status(),
                draft.primary(),
                draft.customFields());
        if (normalised.firstName().isEmpty() && normalised.lastName().isEmpty()) {
            fields.refuse("lastName", "REQUIRED", "Enter a first or a last name.");
        }
        if (normalised.smsOptIn() && normalised.mobile().isEmpty()) {
            fields.refuse("smsOptIn", "MOBILE_REQUIRED", "Enter a mobile number: that is where SMS go.");
        }
        return normalised;
    }

    /** A page of linkedin.com, written with or without its scheme (S2-31). */
    private static String linkedIn(FieldCheck fields, String value) {
        String url = fields.website("linkedInUrl", value);
        if (!url.isEmpty() && !LINKED_IN.matcher(url).matches()) {
            fields.refuse(
                    "linkedInUrl", "LINKEDIN_FORMAT", "Write the link like https://www.linkedin.com/in/anna-lind.");
        }
        return url;
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
