package org.kontor.signing;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kontor.access.AccessLog;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.connector.SignatureServices;
import org.kontor.connector.SignatureServices.Way;
import org.kontor.jobs.Jobs;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;
import org.kontor.signing.SigningRepository.Place;

/**
 * Sends documents to be signed, has signers reminded, and takes documents back (S4-134). What a service is asked for is written down first,
 * and asked by a job.
 */
@Stateless
public class SigningRequests {

    private static final Duration REMINDER_PAUSE = Duration.ofHours(1);

    @Inject
    SigningGate documents;

    @Inject
    SigningRepository repository;

    @Inject
    SigningRules rules;

    @Inject
    SignatureServices services;

    @Inject
    Jobs jobs;

    @Inject
    AccessLog log;

    @Inject
    Event<DomainEvent> happened;

    @Inject
    Clock clock;

    /**
     * Sends a draft, or one that could not be sent, to be signed. A job does it at once.
     *
     * @param version the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#INVALID} naming what is missing;
     *     {@link ErrorKind#CONFLICT} when it was sent ({@code NOT_A_DRAFT}), the customer is in the archive ({@code CUSTOMER_ARCHIVED}), or
     *     there is no connection to send over ({@code NO_SIGNATURE_SERVICE})
     */
    @Requires(Permission.WRITE_DOCUMENT)
    public SigningDocumentView send(long id, long version) {
        SigningDocumentView draft = documents.editable(id, version);
        Place place = repository.place(draft.customerId());
        if (place.archived()) {
            throw SigningGate.archived();
        }
        Way way = services.of(place.entityId()).orElseThrow(SigningGate::noService);
        rules.complete(draft, place.today(), way);
        repository.queue(id, UUID.randomUUID().toString());
        jobs.enqueue(SigningJob.KIND, id);
        log.write("document.queued", SigningGate.subject(draft));
        happened.fire(SigningEvents.of(draft, "queued", Map.of("signers", SigningEvents.signers(draft))));
        return documents.existing(id);
    }

    /**
     * Has a signer reminded.
     *
     * @param version the version that the caller saw
     * @param position the signer, counted from 0
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#CONFLICT} when it is not with signers
     *     ({@code NOT_SENT}), it is not the turn of this one ({@code NOT_THEIR_TURN}), or they were reminded within an hour
     *     ({@code REMINDED_LATELY})
     */
    @Requires(Permission.WRITE_DOCUMENT)
    public SigningDocumentView remind(long id, long version, int position) {
        SigningDocumentView sent = documents.held(id, version);
        if (sent.state() != SigningState.SENT) {
            throw new AppException(
                    ErrorKind.CONFLICT, "NOT_SENT", "Remind signers while the document is with them: it is not.");
        }
        Optional<SignerView> signer = sent.signers().stream()
                .filter(each -> each.position() == position && each.open())
                .findFirst();
        if (signer.isEmpty()) {
            throw new AppException(
                    ErrorKind.CONFLICT, "NOT_THEIR_TURN", "Choose a signer who was asked and has not answered yet.");
        }
        if (signer.get().remind()
                || signer.get()
                        .remindedAt()
                        .filter(at -> at.plus(REMINDER_PAUSE).isAfter(clock.instant()))
                        .isPresent()) {
            throw new AppException(
                    ErrorKind.CONFLICT, "REMINDED_LATELY", "Wait an hour: this signer was just reminded.");
        }
        repository.remind(id, position, true);
        repository.ask(id);
        jobs.enqueue(SigningJob.KIND, id);
        return documents.existing(id);
    }

    /**
     * Takes a document back: the service is asked by a job. One that certainly did not arrive yet is withdrawn at once.
     *
     * @param version the version that the caller saw
     * @param reason why; required, at most 500 characters. The signers may read it
     * @param hereAlone whether it is closed here without asking the service, since that cannot be done: only while something stands in the way
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#INVALID}; {@link ErrorKind#CONFLICT} when it
     *     is not under way ({@code NOT_SENT}), nobody knows yet whether it arrived ({@code MAY_HAVE_ARRIVED}), or nothing stands in the
     *     way of asking the service ({@code ASK_THE_SERVICE})
     */
    @Requires(Permission.WRITE_DOCUMENT)
    public SigningDocumentView withdraw(long id, long version, String reason, boolean hereAlone) {
        SigningDocumentView before = documents.held(id, version);
        String why = SigningRules.reason(reason);
        if (!before.state().underWay() || (before.state() == SigningState.WITHDRAWING && !hereAlone)) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "NOT_SENT",
                    "Leave it as it is: it is not with signers, or about to be withdrawn.");
        }
        SigningRow row = documents.row(id).orElseThrow(() -> SigningGate.absent(id));
        boolean certain = before.state() == SigningState.SENDING && !row.maybeThere();
        if (hereAlone && !certain && before.trouble().isEmpty()) {
            throw new AppException(
                    ErrorKind.CONFLICT, "ASK_THE_SERVICE", "Withdraw it there, too: nothing stands in the way of it.");
        }
        if (!hereAlone && before.state() == SigningState.SENDING && !certain) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "MAY_HAVE_ARRIVED",
                    "Wait until Kontor has found out whether the service has the document.");
        }
        repository.remindNobody(id);
        log.write("document.withdrawn", SigningGate.subject(before));
        if (certain || hereAlone) {
            repository.become(id, SigningState.WITHDRAWN, "", why, Optional.empty());
            if (row.maybeThere()) {
                repository.perhapsThere(id);
            }
            happened.fire(SigningEvents.of(before, "withdrawn", Map.of("reason", why)));
        } else {
            repository.become(id, SigningState.WITHDRAWING, "", why, Optional.of(clock.instant()));
            jobs.enqueue(SigningJob.KIND, id);
        }
        return documents.existing(id);
    }
}
