package org.kontor.communication;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.kontor.access.AccessLog;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.connector.MessageChannels;
import org.kontor.connector.MessageChannels.Way;
import org.kontor.customer.CustomerGate;
import org.kontor.jobs.Jobs;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/**
 * Messages to customers and from them (S4-05 to S4-09, S4-129). What goes out is stored and sent by a job: nothing is lost when the other
 * system is away, and nothing is sent twice by itself.
 */
@Stateless
public class Messages {

    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    @Inject
    MessageRepository repository;

    @Inject
    MessageRules rules;

    @Inject
    MessageChannels channels;

    @Inject
    CustomerGate gate;

    @Inject
    CustomerScope scope;

    @Inject
    Jobs jobs;

    @Inject
    AccessLog log;

    @Inject
    Event<DomainEvent> happened;

    /**
     * Sends a message, or writes down a call or what was received.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} naming each field;
     *     {@link ErrorKind#CONFLICT} ({@code NO_CHANNEL}) when there is no connection to send over
     */
    @Requires(Permission.SEND_MESSAGE)
    public MessageView add(long customerId, MessageDraft draft) {
        gate.name(customerId);
        MessageKind kind = draft.channel()
                .orElseThrow(() -> AppException.invalid("channel", "REQUIRED", "Choose EMAIL, SMS, LETTER or CALL."));
        Optional<Way> way = draft.logged() ? Optional.empty() : way(customerId, kind);
        Checked message = rules.check(customerId, draft, way.map(Way::channel));
        if (!draft.logged() && way.isEmpty()) {
            throw none(kind);
        }
        gate.lock(customerId);
        long id = repository.add(customerId, message, key());
        MessageView added = existing(id);
        log.write("message.written", subject(added));
        if (draft.logged()) {
            happened.fire(MessageEvents.logged(added));
        } else {
            jobs.enqueue(MessageJob.KIND, id);
            happened.fire(MessageEvents.of(added, "queued"));
        }
        return added;
    }

    /**
     * Sends a message again that failed, or of which nobody knows whether it was sent.
     *
     * @param version the version that the caller saw
     * @param evenIfTwice whether it may arrive twice; needed where nobody knows
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#CONFLICT}
     */
    @Requires(Permission.SEND_MESSAGE)
    public MessageView sendAgain(long id, long version, boolean evenIfTwice) {
        MessageView seen = existing(id);
        gate.lock(seen.customerId());
        MessageView message = existing(id);
        if (message.version() != version) {
            throw AppException.stale();
        }
        if (!message.sendableAgain()) {
            throw new AppException(
                    ErrorKind.CONFLICT, "NOT_SENDABLE", "Write another message: this one is not one that failed.");
        }
        if (message.state() == MessageState.UNKNOWN && !evenIfTwice) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "MAY_ARRIVE_TWICE",
                    "Say that it may arrive twice: nobody knows whether it was sent.");
        }
        if (way(message.customerId(), message.channel()).isEmpty()) {
            throw none(message.channel());
        }
        // Whoever may have it already can recognise it by the key.
        boolean same = message.state() == MessageState.UNKNOWN;
        repository.queueAgain(id, same ? repository.sending(id).key() : key());
        jobs.enqueue(MessageJob.KIND, id);
        log.write("message.sent-again", subject(message));
        happened.fire(MessageEvents.of(message, "queued"));
        return existing(id);
    }

    /** One by its id; empty for one of a customer whom the caller does not see. */
    @Requires(Permission.READ_MESSAGE)
    public Optional<MessageView> find(long id) {
        return repository.find(id).filter(message -> scope.sees(message.customerId()));
    }

    /** Those of these ids that the caller sees. */
    @Requires(Permission.READ_MESSAGE)
    public List<MessageView> findAll(List<Long> ids) {
        List<MessageView> all = repository.findAll(ids);
        Set<Long> seen = scope.visible(all.stream().map(MessageView::customerId).toList());
        return all.stream()
                .filter(message -> seen.contains(message.customerId()))
                .toList();
    }

    /**
     * Messages of a customer, what happened last first.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_MESSAGE)
    public Page<MessageView> ofCustomer(long customerId, MessageQuery query, PageRequest page) {
        gate.name(customerId);
        String list = "messages|" + customerId + "|"
                + Stream.of(query.channels(), query.directions(), query.states())
                        .map(set -> set.stream().map(Enum::name).sorted().toList())
                        .toList();
        Optional<List<String>> after = Cursor.decode(list, page.cursor());
        List<MessageView> found = repository.ofCustomer(
                customerId,
                query,
                after.map(values -> Instant.parse(values.get(0))).orElse(END),
                after.map(values -> Long.parseLong(values.get(1))).orElse(Long.MAX_VALUE),
                page.limit() + 1);
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        MessageView last = found.get(page.limit() - 1);
        return new Page<>(
                found.subList(0, page.limit()),
                Optional.of(Cursor.encode(list, last.happenedAt().toString(), Long.toString(last.id()))));
    }

    /**
     * When the customer was last in contact (S4-55, X-22).
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_MESSAGE)
    public LastContactView lastContact(long customerId) {
        gate.name(customerId);
        return repository.lastContact(customerId);
    }

    /**
     * By which ways the customer can be reached now, and what is missing for the others (S4-09).
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_MESSAGE)
    public List<MessageChannelView> channels(long customerId) {
        gate.name(customerId);
        return Stream.of(MessageKind.values())
                .map(kind -> kind == MessageKind.CALL || way(customerId, kind).isPresent()
                        ? new MessageChannelView(kind, true, "")
                        : new MessageChannelView(kind, false, cure(kind)))
                .toList();
    }

    private Optional<Way> way(long customerId, MessageKind kind) {
        long entity = repository.entityOf(customerId);
        return kind.medium().flatMap(medium -> channels.of(medium, entity));
    }

    static AppException none(MessageKind kind) {
        return new AppException(ErrorKind.CONFLICT, "NO_CHANNEL", cure(kind));
    }

    private static String cure(MessageKind kind) {
        String what = switch (kind) {
            case EMAIL -> "e-mail";
            case SMS -> "text messages";
            default -> "letters";
        };
        return "Ask an administrator to set up and enable a connection for " + what
                + " under Connections: this customer’s company entity has none.";
    }

    private MessageView existing(long id) {
        return repository
                .find(id)
                .filter(message -> scope.sees(message.customerId()))
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "MESSAGE_NOT_FOUND",
                        "Look for another message: there is none with id " + id + "."));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String subject(MessageView message) {
        return "message " + message.id() + " of customer " + message.customerId() + " by " + message.channel();
    }
}
