package org.kontor.communication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.kontor.communication.MessageRepository.StoredFile;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.customer.FieldCheck;
import org.kontor.shared.AppException;
import org.kontor.spi.MessageChannel;
import org.kontor.spi.MessageChannel.Feature;
import org.kontor.suppression.Identity;
import org.kontor.suppression.Suppressions;

/** What a message must be. */
@ApplicationScoped
class MessageRules {

    private static final int SUBJECT_MAX = 200;
    private static final int TEXT_MAX = 20_000;
    private static final int ADDRESS_MAX = 500;

    /** Clocks of other systems differ a little. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    @Inject
    MessageRepository repository;

    @Inject
    MessageFiles files;

    @Inject
    Contacts contacts;

    @Inject
    SmsConsents consents;

    @Inject
    Suppressions suppressions;

    @Inject
    Clock clock;

    /**
     * The message as it is stored.
     *
     * @param channel what it would be sent over; empty when it is only written down, or cannot be sent
     * @throws AppException {@link org.kontor.shared.ErrorKind#INVALID} with every field against a rule
     */
    Checked check(long customerId, MessageDraft draft, Optional<MessageChannel> channel) {
        FieldCheck fields = new FieldCheck();
        MessageKind kind = draft.channel().orElseThrow();
        boolean logged = draft.logged();
        Optional<ContactView> contact = contact(fields, customerId, draft);
        String subject = fields.line("subject", draft.subject(), SUBJECT_MAX);
        String text = fields.lines("text", draft.text(), TEXT_MAX);
        if (kind == MessageKind.EMAIL && subject.isEmpty() && !logged) {
            fields.refuse("subject", "REQUIRED", "Write what it is about in one line.");
        }
        if ((kind == MessageKind.SMS || kind == MessageKind.CALL) && !subject.isEmpty()) {
            fields.refuse("subject", "NOT_ALLOWED", "Leave the subject empty: a text message and a call have none.");
        }
        if (text.isEmpty()) {
            fields.refuse(
                    "text",
                    "REQUIRED",
                    kind == MessageKind.CALL ? "Write what was said." : "Write the text of the message.");
        }
        channel.filter(over -> text.length() > over.longestText())
                .ifPresent(over -> fields.refuse(
                        "text",
                        "TOO_LONG",
                        "Shorten this to " + over.longestText() + " characters; it has " + text.length() + "."));
        happened(fields, draft);
        String address = fields.errors().stream().anyMatch(e -> e.field().equals("contactId"))
                ? ""
                : address(fields, kind, logged, draft, contact);
        List<StoredFile> along = along(fields, customerId, draft, channel);
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
        return new Checked(
                kind,
                draft.direction().orElse(MessageDirection.OUT),
                new MessageDraft(
                        draft.channel(),
                        draft.direction(),
                        address,
                        draft.contactId(),
                        subject,
                        text,
                        draft.attachments(),
                        draft.happenedAt().map(at -> at.truncatedTo(ChronoUnit.MICROS))),
                along);
    }

    private Optional<ContactView> contact(FieldCheck fields, long customerId, MessageDraft draft) {
        if (draft.contactId()
                .filter(id -> !repository.contactBelongsTo(id, customerId))
                .isPresent()) {
            fields.refuse("contactId", "CONTACT_UNKNOWN", "Choose a contact of this customer.");
            return Optional.empty();
        }
        return draft.contactId().flatMap(contacts::find);
    }

    private String address(
            FieldCheck fields, MessageKind kind, boolean logged, MessageDraft draft, Optional<ContactView> contact) {
        if (kind == MessageKind.EMAIL) {
            String typed =
                    draft.address().isBlank() ? contact.map(ContactView::email).orElse("") : draft.address();
            String email = fields.email("address", typed);
            if (email.isEmpty()
                    && fields.errors().stream().noneMatch(e -> e.field().equals("address"))) {
                fields.refuse("address", "REQUIRED", "Choose or write an e-mail address.");
            }
            if (!logged) {
                erased(email).ifPresent(reason -> fields.refuse("address", Suppressions.CODE, reason));
            }
            return email;
        }
        String address = fields.line("address", draft.address(), ADDRESS_MAX);
        if (kind == MessageKind.SMS && !logged) {
            return number(fields, address, contact);
        }
        if (kind == MessageKind.LETTER && !logged && address.isEmpty()) {
            fields.refuse("address", "REQUIRED", "Write the postal address.");
        }
        return address;
    }

    /** The mobile number of a contact who agreed (S2-22). */
    private String number(FieldCheck fields, String address, Optional<ContactView> contact) {
        if (!address.isEmpty()) {
            fields.refuse(
                    "address", "NOT_ALLOWED", "Leave the number empty: it goes to the mobile number of the contact.");
        }
        if (contact.isEmpty()) {
            fields.refuse("contactId", "REQUIRED", "Choose a contact who agreed to text messages.");
            return "";
        }
        Optional<String> number = consents.number(contact.get().id());
        if (number.isEmpty()) {
            fields.refuse(
                    "contactId",
                    "SMS_NOT_AGREED",
                    "Ask the contact first: " + contact.get().name()
                            + " did not agree to text messages, or is inactive.");
        }
        return number.orElse("");
    }

    /** Why nothing is sent to this address any more; empty when something may be. */
    Optional<String> erased(String email) {
        OptionalLong erasure = suppressions
                .recognise(List.of(new Identity(Set.of(email), Set.of(), "", Optional.empty(), List.of())))
                .get(0);
        return erasure.isPresent()
                ? Optional.of("Choose another address: nothing is sent to this one, since "
                        + Suppressions.reason(erasure.getAsLong()))
                : Optional.empty();
    }

    private void happened(FieldCheck fields, MessageDraft draft) {
        if (draft.happenedAt().isPresent() && !draft.logged()) {
            fields.refuse("happenedAt", "NOT_ALLOWED", "Leave the time empty: a message that is sent happens then.");
        } else if (draft.happenedAt()
                .filter(at -> at.isAfter(clock.instant().plus(TOLERANCE)))
                .isPresent()) {
            fields.refuse(
                    "happenedAt", "IN_FUTURE", "Choose a time that has passed: only what happened is written down.");
        }
    }

    private List<StoredFile> along(
            FieldCheck fields, long customerId, MessageDraft draft, Optional<MessageChannel> channel) {
        if (draft.attachments().isEmpty()) {
            return List.of();
        }
        if (draft.logged()
                || channel.filter(over -> !over.features().contains(Feature.ATTACHMENTS))
                        .isPresent()) {
            fields.refuse("attachments", "NOT_ALLOWED", "Send no files: they cannot go along by this way.");
            return List.of();
        }
        return files.check(fields, customerId, draft.attachments());
    }
}
