package org.kontor.communication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.communication.MessageRepository.Sending;
import org.kontor.connector.MessageChannels;
import org.kontor.connector.OpenConnections.Enabled;
import org.kontor.connector.RemoteMessage;
import org.kontor.connector.RemotePause;
import org.kontor.customer.CustomerGate;
import org.kontor.jobs.Jobs;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvents;
import org.kontor.shared.ErrorKind;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.MessageChannel.Attachment;
import org.kontor.spi.MessageChannel.Message;
import org.kontor.spi.MessageChannel.Sent;
import org.kontor.spi.Outcome;
import org.kontor.spi.Problem;

/**
 * The parts of sending a message. Each is called in a transaction of its own, as Kontor itself, but for the remote call. A message is tried
 * for a day as long as it certainly was not sent; where nobody knows, never again by itself.
 */
@ApplicationScoped
class MessageSendings {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final String LOST =
            "Ask the recipient: Kontor was stopped while it sent the message, and it may have arrived.";

    @Inject
    MessageRepository repository;

    @Inject
    MessageRules rules;

    @Inject
    MessageFiles files;

    @Inject
    Instance<FillsMessage> fillings;

    @Inject
    MessageChannels channels;

    @Inject
    CustomerGate gate;

    @Inject
    Jobs jobs;

    @Inject
    Event<DomainEvent> happened;

    @Inject
    Event<DomainEvents> manyHappened;

    @Inject
    Clock clock;

    /** A message that can be sent. */
    record Ready(long id, int tries, MessageChannels.Ready channel, Message message) {

        /** Sends it; outside of any transaction. */
        Outcome<Sent> send() {
            return channel.send(message);
        }
    }

    /**
     * Makes a waiting message ready; empty when there is nothing to send any more. One that a node had when it was stopped may have been sent.
     *
     * @throws AppException when it cannot be sent now, or not at all
     */
    Optional<Ready> prepare(long id) {
        Optional<MessageView> found = held(id);
        if (found.isEmpty() || found.get().state() != MessageState.QUEUED) {
            found.filter(message -> message.state() == MessageState.SENDING)
                    .ifPresent(message -> settle(message, MessageState.UNKNOWN, LOST, "unknown"));
            return Optional.empty();
        }
        MessageView message = found.get();
        if (message.channel() == MessageKind.EMAIL) {
            rules.erased(message.address()).ifPresent(reason -> {
                throw AppException.invalid("address", "PERSON_ERASED", reason);
            });
        }
        Sending sending = repository.sending(id);
        long entity = repository.entityOf(message.customerId());
        MessageChannels.Ready channel = message.channel()
                .medium()
                .flatMap(medium -> channels.of(medium, entity))
                .map(channels::open)
                .orElseThrow(() -> Messages.none(message.channel()));
        List<Attachment> along = repository.files(id).stream()
                .map(files::load)
                .map(file -> new Attachment(
                        file.name(),
                        file.type(),
                        () -> new ByteArrayInputStream(file.bytes().array())))
                .toList();
        return Optional.of(new Ready(
                id,
                sending.tries(),
                channel,
                new Message(
                        new IdempotencyKey(sending.key()),
                        message.address(),
                        Optional.empty(),
                        message.subject(),
                        filled(message),
                        Optional.empty(),
                        along)));
    }

    private String filled(MessageView message) {
        return fillings.stream()
                .flatMap(filling -> filling.fill(message).stream())
                .findFirst()
                .orElse(message.text());
    }

    /** Notes that the connector gets it now; false when it is not waiting any more. */
    boolean begin(Ready ready) {
        boolean waiting = held(ready.id())
                .filter(message -> message.state() == MessageState.QUEUED)
                .isPresent();
        if (waiting) {
            Enabled connection = ready.channel().way().connection();
            repository.sending(ready.id(), connection.id(), connection.name());
        }
        return waiting;
    }

    /** Writes down how it ended, and when it is tried again. */
    void end(Ready ready, Outcome<Sent> outcome) {
        // An end that comes after another node took it for lost is the truth all the same.
        Optional<MessageView> found = held(ready.id())
                .filter(message -> message.tries() == ready.tries() + 1)
                .filter(message -> message.state() == MessageState.SENDING || message.state() == MessageState.UNKNOWN);
        if (found.isEmpty()) {
            return;
        }
        MessageView message = found.get();
        String trouble =
                RemoteMessage.without(outcome.trouble().map(Problem::message).orElse(""));
        if (outcome instanceof Outcome.NotSent<Sent>) {
            again(message, trouble, RemotePause.after(outcome, ready.tries()));
        } else if (outcome instanceof Outcome.Refused<Sent>) {
            settle(message, MessageState.FAILED, trouble, "failed");
        } else if (outcome instanceof Outcome.Unknown<Sent>) {
            settle(message, MessageState.UNKNOWN, trouble, "unknown");
        } else {
            repository.settle(message.id(), MessageState.SENT, remoteId(outcome), "");
            manyHappened.fire(new DomainEvents(MessageEvents.sent(message)));
        }
    }

    private static String remoteId(Outcome<Sent> outcome) {
        if (outcome instanceof Outcome.Done<Sent> done) {
            return done.value().messageId();
        }
        return outcome instanceof Outcome.Pending<Sent> pending
                ? pending.value().messageId()
                : "";
    }

    /** Notes why it cannot be sent: what an administrator can mend is waited for. */
    void hold(long id, AppException why) {
        Optional<MessageView> waiting = held(id).filter(message -> message.state() == MessageState.QUEUED);
        if (waiting.isEmpty()) {
            return;
        }
        String trouble = String.valueOf(why.getMessage());
        if (why.kind() == ErrorKind.CONFLICT) {
            repository.tried(id);
            again(waiting.get(), trouble, RemotePause.untilMended(waiting.get().tries()));
        } else {
            settle(waiting.get(), MessageState.FAILED, trouble, "failed");
        }
    }

    /** Notes that it went wrong on our side. */
    void gaveUp(long id, String incident) {
        held(id).ifPresent(message -> {
            if (message.state() == MessageState.SENDING) {
                settle(message, MessageState.UNKNOWN, LOST, "unknown");
            } else if (message.state() == MessageState.QUEUED) {
                settle(
                        message,
                        MessageState.FAILED,
                        "Send it again; if it fails again, tell an administrator: incident " + incident,
                        "failed");
            }
        });
    }

    private void again(MessageView message, String trouble, Duration pause) {
        Instant next = clock.instant().plus(pause);
        if (next.isAfter(repository.sending(message.id()).queuedAt().plus(LONGEST))) {
            settle(message, MessageState.FAILED, trouble, "failed");
        } else {
            repository.settle(message.id(), MessageState.QUEUED, "", trouble);
            jobs.enqueueAt(MessageJob.KIND, message.id(), next);
        }
    }

    private void settle(MessageView message, MessageState state, String trouble, String what) {
        repository.settle(message.id(), state, "", trouble);
        happened.fire(MessageEvents.of(message, what));
    }

    /** The message with the row of its customer held: an erasure may have taken both. */
    private Optional<MessageView> held(long id) {
        Optional<MessageView> seen = repository.find(id);
        if (seen.isEmpty() || gate.find(seen.get().customerId()).isEmpty()) {
            return Optional.empty();
        }
        gate.lock(seen.get().customerId());
        return repository.find(id);
    }
}
