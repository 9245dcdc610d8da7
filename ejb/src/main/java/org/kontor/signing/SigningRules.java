package org.kontor.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.kontor.connector.SignatureServices.Way;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.customer.FieldCheck;
import org.kontor.note.FileOwner.Role;
import org.kontor.shared.AppException;
import org.kontor.spi.SignatureService.Feature;
import org.kontor.suppression.Identity;
import org.kontor.suppression.Suppressions;

/** What a document for signature must be, as a draft and to be sent. */
@ApplicationScoped
class SigningRules {

    /** How many people may sign one document. */
    static final int MOST_SIGNERS = 50;

    private static final int DOCUMENT_NAME_MAX = 200;
    private static final int MESSAGE_MAX = 4000;
    private static final int NAME_MAX = 200;
    private static final int REASON_MAX = 500;

    /** What every service takes for one address. */
    private static final String ONE_ADDRESS = "[^\\s@,;]+@[^\\s@,;]+";

    @Inject
    Contacts contacts;

    @Inject
    Suppressions suppressions;

    /**
     * The draft as it is stored.
     *
     * @param way by which it would be sent; empty when there is none now
     * @throws AppException {@link org.kontor.shared.ErrorKind#INVALID} with every field against a rule
     */
    SigningDocumentDraft check(long customerId, SigningDocumentDraft draft, LocalDate today, Optional<Way> way) {
        FieldCheck fields = new FieldCheck();
        String name = fields.line("name", draft.name(), DOCUMENT_NAME_MAX);
        if (name.isEmpty()) {
            fields.refuse("name", "REQUIRED", "Write what is to be signed, such as Supply agreement 2027.");
        }
        String message = fields.lines("message", draft.message(), MESSAGE_MAX);
        List<SignerDraft> signers = new ArrayList<>();
        for (int i = 0; i < Math.min(draft.signers().size(), MOST_SIGNERS); i++) {
            signers.add(signer(
                    fields, "signers[" + i + "].", customerId, draft.signers().get(i)));
        }
        SigningDocumentDraft checked = new SigningDocumentDraft(
                name, message, signers, Optional.of(draft.inOrder().orElse(false)), draft.expiresOn());
        int most = Math.min(MOST_SIGNERS, way.map(Way::mostSigners).orElse(MOST_SIGNERS));
        if (draft.signers().size() > most) {
            fields.refuse("signers", "TOO_MANY", "Name fewer signers: at most " + most + " can sign one document.");
        }
        day(fields, checked, today);
        way.ifPresent(over -> features(fields, checked, over));
        refuse(fields);
        return checked;
    }

    private SignerDraft signer(FieldCheck fields, String at, long customerId, SignerDraft draft) {
        Optional<ContactView> contact =
                draft.contactId().flatMap(contacts::find).filter(found -> found.customerId() == customerId);
        if (draft.contactId().isPresent() && contact.isEmpty()) {
            fields.refuse(at + "contactId", "CONTACT_UNKNOWN", "Choose a contact of this customer.");
            return draft;
        }
        String name = fields.line(
                at + "name",
                draft.name().isBlank() ? contact.map(ContactView::name).orElse("") : draft.name(),
                NAME_MAX);
        if (name.isEmpty()) {
            fields.refuse(at + "name", "REQUIRED", "Write the name of the signer.");
        }
        String email = fields.email(
                at + "email",
                draft.email().isBlank() ? contact.map(ContactView::email).orElse("") : draft.email());
        if (email.isEmpty()) {
            fields.refuse(
                    at + "email", "REQUIRED", "Write the e-mail address of the signer: the service writes to it.");
        } else if (fields.errors().stream().noneMatch(error -> error.field().equals(at + "email"))
                && !email.matches(ONE_ADDRESS)) {
            fields.refuse(at + "email", "EMAIL_FORMAT", "Write one plain address like anna@example.com.");
        }
        erased(email).ifPresent(reason -> fields.refuse(at + "email", Suppressions.CODE, reason));
        return new SignerDraft(Optional.empty(), name, email);
    }

    /** Why nothing is sent to this address any more; empty when something may be. */
    private Optional<String> erased(String email) {
        if (email.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong erasure = suppressions
                .recognise(List.of(new Identity(Set.of(email), Set.of(), "", Optional.empty(), List.of())))
                .get(0);
        return erasure.isPresent()
                ? Optional.of("Choose another address: nothing is sent to this one, since "
                        + Suppressions.reason(erasure.getAsLong()))
                : Optional.empty();
    }

    private static void day(FieldCheck fields, SigningDocumentDraft draft, LocalDate today) {
        if (draft.expiresOn().filter(day -> day.isBefore(today)).isPresent()) {
            fields.refuse("expiresOn", "IN_PAST", "Choose today or a later day: until then it can be signed.");
        }
    }

    private static void features(FieldCheck fields, SigningDocumentDraft draft, Way way) {
        if (draft.inOrder().orElse(false)
                && draft.signers().size() > 1
                && !way.features().contains(Feature.ORDER)) {
            fields.refuse("inOrder", "NOT_SUPPORTED", "Ask all signers at once: this service knows no order.");
        }
        if (draft.expiresOn().isPresent() && !way.features().contains(Feature.EXPIRY)) {
            fields.refuse(
                    "expiresOn",
                    "NOT_SUPPORTED",
                    "Leave this empty and withdraw it in time: here documents do not expire.");
        }
    }

    /**
     * Whether it can be sent as it is.
     *
     * @throws AppException {@link org.kontor.shared.ErrorKind#INVALID} with every field that is missing or against a rule
     */
    void complete(SigningDocumentView document, LocalDate today, Way way) {
        SigningDocumentDraft draft = document.toDraft();
        FieldCheck fields = new FieldCheck();
        if (draft.signers().isEmpty()) {
            fields.refuse("signers", "REQUIRED", "Name who is to sign: at least one person.");
        }
        if (draft.signers().size() > way.mostSigners()) {
            fields.refuse(
                    "signers",
                    "TOO_MANY",
                    "Name fewer signers: at most " + way.mostSigners() + " can sign one document.");
        }
        for (int i = 0; i < draft.signers().size(); i++) {
            String field = "signers[" + i + "].email";
            erased(draft.signers().get(i).email()).ifPresent(reason -> fields.refuse(field, Suppressions.CODE, reason));
        }
        Optional<SigningFileView> file = document.file(Role.ORIGINAL);
        if (file.isEmpty()) {
            fields.refuse("file", "REQUIRED", "Add the PDF that is to be signed.");
        } else if (file.get().size() > way.largestFile()) {
            fields.refuse(
                    "file",
                    "TOO_LARGE",
                    "Choose a smaller PDF: this service takes up to " + (way.largestFile() >> 10) + " KB.");
        }
        day(fields, draft, today);
        features(fields, draft, way);
        refuse(fields);
    }

    /** Why it is withdrawn. */
    static String reason(String reason) {
        FieldCheck fields = new FieldCheck();
        String why = fields.line("reason", reason, REASON_MAX);
        if (why.isEmpty()) {
            fields.refuse("reason", "REQUIRED", "Say why, for whoever looks at it later.");
        }
        refuse(fields);
        return why;
    }

    private static void refuse(FieldCheck fields) {
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
    }
}
