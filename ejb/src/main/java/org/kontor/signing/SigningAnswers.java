package org.kontor.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kontor.connector.RemoteMessage;
import org.kontor.connector.RemotePause;
import org.kontor.note.AttachmentDraft;
import org.kontor.note.AttachmentStore;
import org.kontor.note.FileOwner;
import org.kontor.note.FileOwner.Role;
import org.kontor.note.FileOwner.SigningFile;
import org.kontor.shared.DomainEvent;
import org.kontor.signing.SigningWork.Answer;
import org.kontor.signing.SigningWork.Call;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.MessageChannel.Content;
import org.kontor.spi.Outcome;
import org.kontor.spi.Problem;
import org.kontor.spi.RemoteRef;
import org.kontor.spi.SignatureService.Feature;
import org.kontor.spi.SignatureService.Progress;
import org.kontor.spi.SignatureService.Requested;
import org.kontor.spi.SignatureService.SignerProgress;

/** Asks services for signatures, outside of any transaction, and knows what each of their answers means for a document. */
@ApplicationScoped
class SigningAnswers {

    /** A signed document may be larger than what people upload; it has to go through memory. */
    static final int LARGEST = 100 << 20;

    /** What certainly did not arrive is sent again for so long. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Duration FIRST_LOOK = Duration.ofMinutes(5);
    private static final Duration LAST_LOOK = Duration.ofHours(1);

    /** Proofs come late at some services, and never at others. */
    private static final int PROOF_TRIES = 12;

    @Inject
    SigningRepository repository;

    @Inject
    AttachmentStore files;

    @Inject
    Event<DomainEvent> happened;

    @Inject
    Clock clock;

    /** Asks; outside of any transaction. */
    Answer ask(Call call) {
        Optional<RemoteRef> ref = call.row().ref();
        try {
            return switch (call.task()) {
                case SEND ->
                    sent(call.ready()
                            .change((service, connection) ->
                                    service.send(connection, call.request().orElseThrow())));
                case LOOK_UP ->
                    lookedUp(call.ready()
                            .read((service, connection) -> service.lookUp(
                                    connection, new IdempotencyKey(call.row().key()))));
                case PROGRESS ->
                    progress(call.ready()
                            .read((service, connection) -> service.progress(connection, ref.orElseThrow())));
                case REMIND ->
                    reminded(
                            call.signer(),
                            call.ready()
                                    .change((service, connection) -> service.remind(
                                            connection,
                                            ref.orElseThrow(),
                                            call.row().signerIds().get(call.signer()))));
                case WITHDRAW ->
                    withdrawn(call.ready()
                            .change((service, connection) -> service.withdraw(
                                    connection,
                                    ref.orElseThrow(),
                                    call.row().view().reason())));
                case SIGNED ->
                    fetched(
                            Role.SIGNED,
                            bytes(call.ready()
                                    .read((service, connection) -> service.signed(connection, ref.orElseThrow()))));
                case PROOF -> {
                    if (!call.ready()
                            .read((service, connection) -> service.features().contains(Feature.PROOF))) {
                        yield now -> repository.wait(now.id(), "", false, Optional.empty());
                    }
                    Optional<Content> proof =
                            call.ready().read((service, connection) -> service.proof(connection, ref.orElseThrow()));
                    yield proof.isEmpty() ? now -> noProof(now, "") : fetched(Role.PROOF, bytes(proof.get()));
                }
            };
        } catch (ConnectorException e) {
            return now -> unanswered(now, e);
        } catch (IOException e) {
            return now -> later(now, "Wait: the file did not arrive whole, and is fetched again.", pause(now));
        }
    }

    private Answer sent(Outcome<Requested> outcome) {
        return now -> {
            if (outcome instanceof Outcome.Done<Requested> done) {
                arrived(now, done.value());
            } else if (outcome instanceof Outcome.Pending<Requested> pending) {
                arrived(now, pending.value());
            } else if (outcome instanceof Outcome.Refused<Requested>) {
                fail(now, trouble(outcome, now));
            } else if (outcome instanceof Outcome.NotSent<Requested>) {
                Instant next = clock.instant().plus(RemotePause.after(outcome, now.tries() - 1));
                if (late(now, next)) {
                    fail(now, trouble(outcome, now));
                } else {
                    repository.wait(now.id(), trouble(outcome, now), false, Optional.of(next));
                }
            } else {
                later(now, trouble(outcome, now), RemotePause.after(outcome, now.tries() - 1));
            }
        };
    }

    /** Whether it was tried for long enough. */
    static boolean late(SigningRow row, Instant next) {
        return row.queuedAt().filter(at -> next.isAfter(at.plus(LONGEST))).isPresent();
    }

    /** It was certainly not sent, and is not tried again by itself. */
    void fail(SigningRow row, String trouble) {
        repository.become(row.id(), SigningState.FAILED, trouble, "", Optional.empty());
        tell(row, "failed", Map.of("reason", trouble));
    }

    private void arrived(SigningRow now, Requested requested) {
        if (requested.signerIds().size() != now.view().signers().size()) {
            later(now, "Update the connector: it does not tell each signer.", RemotePause.untilMended(now.tries()));
            return;
        }
        repository.signerIds(now.id(), requested.signerIds());
        int told = now.view().inOrder() ? 1 : now.view().signers().size();
        now.view().signers().stream()
                .limit(told)
                .forEach(signer ->
                        repository.signer(now.id(), signer.position(), SignerState.SENT, Optional.of(clock.instant())));
        repository.sent(now.id(), requested.ref(), clock.instant().plus(FIRST_LOOK));
        tell(now, "sent", Map.of("signers", SigningEvents.signers(now.view())));
    }

    private Answer lookedUp(Optional<Requested> found) {
        return now -> found.ifPresentOrElse(
                requested -> arrived(now, requested),
                () -> repository.wait(now.id(), now.view().trouble(), false, Optional.of(clock.instant())));
    }

    private Answer progress(Progress progress) {
        return now -> {
            Map<String, SignerProgress> told = new HashMap<>();
            progress.signers().forEach(signer -> told.put(signer.signerId(), signer));
            boolean news = now.unheard();
            for (SignerView signer : now.view().signers()) {
                SignerProgress is = told.get(now.signerIds().get(signer.position()));
                if (is != null && !is.state().name().equals(signer.state().name())) {
                    SignerState state = SignerState.valueOf(is.state().name());
                    repository.signer(now.id(), signer.position(), state, is.at());
                    news = true;
                    if (state == SignerState.SIGNED) {
                        tell(now, "signer-signed", Map.of("signer", signer.name()));
                    }
                }
            }
            String detail = RemoteMessage.without(
                    progress.detail(), now.ref().orElseThrow().id());
            switch (progress.state()) {
                case SENT -> stays(now, news);
                case COMPLETED -> ended(now, SigningState.SIGNED, "signed", "");
                case DECLINED -> ended(now, SigningState.DECLINED, "declined", detail);
                case EXPIRED -> ended(now, SigningState.EXPIRED, "expired", "");
                case WITHDRAWN -> ended(now, SigningState.WITHDRAWN, "withdrawn", detail);
            }
        };
    }

    private void stays(SigningRow now, boolean news) {
        if (news) {
            repository.heard(now.id(), clock.instant().plus(FIRST_LOOK), false);
        } else {
            repository.dueAt(now.id(), clock.instant().plus(look(now)));
        }
    }

    /** Nothing new: it is asked less and less often, and once an hour at least. */
    private static Duration look(SigningRow now) {
        return RemotePause.doubling(FIRST_LOOK, LAST_LOOK, Math.max(0, now.tries() - 1));
    }

    private void ended(SigningRow now, SigningState state, String participle, String reason) {
        Optional<Instant> next = state == SigningState.SIGNED ? Optional.of(clock.instant()) : Optional.empty();
        repository.remindNobody(now.id());
        repository.become(now.id(), state, "", reason, next);
        tell(now, participle, reason.isEmpty() ? Map.of() : Map.of("reason", reason));
    }

    private Answer reminded(int position, Outcome<RemoteRef> outcome) {
        return now -> {
            Instant next = clock.instant();
            if (outcome instanceof Outcome.Done<RemoteRef> || outcome instanceof Outcome.Pending<RemoteRef>) {
                repository.reminded(now.id(), position);
                repository.heard(now.id(), next, true);
                tell(
                        now,
                        "reminded",
                        Map.of("signer", now.view().signers().get(position).name()));
            } else {
                // Not again by itself: a person sees it, and can ask again.
                repository.wait(now.id(), trouble(outcome, now), false, Optional.of(next.plus(FIRST_LOOK)));
            }
        };
    }

    private Answer withdrawn(Outcome<RemoteRef> outcome) {
        return now -> {
            if (outcome instanceof Outcome.Done<RemoteRef> || outcome instanceof Outcome.Pending<RemoteRef>) {
                ended(now, SigningState.WITHDRAWN, "withdrawn", now.view().reason());
            } else if (outcome instanceof Outcome.Refused<RemoteRef>) {
                // It may have been signed meanwhile: the next look tells.
                repository.become(now.id(), SigningState.SENT, trouble(outcome, now), "", Optional.of(clock.instant()));
            } else {
                later(now, trouble(outcome, now), RemotePause.after(outcome, now.tries() - 1));
            }
        };
    }

    private Answer fetched(Role role, byte[] bytes) {
        return now -> {
            if (now.file(role).isPresent()) {
                return;
            }
            if (!PdfStream.isPdf(bytes)) {
                later(now, "Look there by yourself: what the service gave for the file is no PDF.", pause(now));
                return;
            }
            String original = now.file(Role.ORIGINAL).orElseThrow().name();
            String stem = original.substring(0, original.length() - ".pdf".length());
            String ending = role == Role.SIGNED ? "-signed.pdf" : "-proof.pdf";
            files.keep(
                    new FileOwner(
                            now.view().customerId(), Optional.empty(), Optional.of(new SigningFile(now.id(), role))),
                    new AttachmentDraft(stem.substring(0, Math.min(stem.length(), 180)) + ending, "", true),
                    new ByteArrayInputStream(bytes),
                    LARGEST);
            repository.heard(now.id(), clock.instant(), true);
        };
    }

    private void noProof(SigningRow now, String trouble) {
        boolean over = now.tries() > PROOF_TRIES;
        repository.wait(
                now.id(),
                over ? "" : trouble,
                false,
                over ? Optional.empty() : Optional.of(clock.instant().plus(pause(now))));
    }

    private void unanswered(SigningRow now, ConnectorException e) {
        String trouble = cleaned(e.problem(), now);
        if (now.state() == SigningState.SENT) {
            Duration asked = e.retryAfter().orElseGet(() -> look(now));
            repository.unheard(
                    now.id(), trouble, clock.instant().plus(asked.compareTo(LAST_LOOK) > 0 ? LAST_LOOK : asked));
        } else if (now.file(Role.SIGNED).isPresent()) {
            noProof(now, trouble);
        } else {
            later(now, trouble, pause(now));
        }
    }

    private static Duration pause(SigningRow now) {
        return RemotePause.doubling(Duration.ofMinutes(1), Duration.ofHours(6), Math.max(0, now.tries() - 1));
    }

    private void later(SigningRow now, String trouble, Duration pause) {
        repository.wait(
                now.id(), trouble, now.maybeThere(), Optional.of(clock.instant().plus(pause)));
    }

    private static String trouble(Outcome<?> outcome, SigningRow now) {
        return outcome.trouble().map(problem -> cleaned(problem, now)).orElse("");
    }

    private static String cleaned(Problem problem, SigningRow now) {
        return RemoteMessage.without(
                problem.message(), now.ref().map(ref -> new String[] {ref.id()}).orElse(new String[0]));
    }

    private static byte[] bytes(Content content) throws IOException {
        try (InputStream in = content.open()) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("The file is larger than " + LARGEST + " bytes");
            }
            return bytes;
        }
    }

    private void tell(SigningRow now, String participle, Map<String, String> more) {
        happened.fire(SigningEvents.of(now.view(), participle, more));
    }
}
