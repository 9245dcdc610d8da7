package org.kontor.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.access.Caller;
import org.kontor.connector.RemotePause;
import org.kontor.connector.SignatureServices;
import org.kontor.connector.SignatureServices.Ready;
import org.kontor.connector.SignatureServices.Way;
import org.kontor.jobs.JobRun;
import org.kontor.note.AttachmentStore;
import org.kontor.note.AttachmentView;
import org.kontor.note.FileOwner.Role;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.SignatureService.SignatureRequest;
import org.kontor.spi.SignatureService.Signer;

/**
 * The way of a document to a service for signatures and back, step by step (S4-134). Before a call it is written down that it will be made,
 * and behind it how it ended; the call itself is made outside of any transaction. What may have arrived is looked up, and not sent again.
 */
@ApplicationScoped
class SigningWork {

    /** After a crash in a call another node goes on after this time; a call takes a minute at most. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** Steps of one document in one run: sending, looking, fetching two files, and one more. */
    private static final int MOST_STEPS = 5;

    @Inject
    SigningRows rows;

    @Inject
    SigningRepository repository;

    @Inject
    SigningRules rules;

    @Inject
    SigningAnswers answers;

    @Inject
    SignatureServices services;

    @Inject
    AttachmentStore files;

    @Inject
    SigningGate documents;

    @Inject
    Clock clock;

    /** What a service is asked. */
    enum Task {
        /** To have it signed. */
        SEND,
        /** Whether it has it. */
        LOOK_UP,
        /** How far signing has come. */
        PROGRESS,
        /** To remind a signer. */
        REMIND,
        /** To take it back. */
        WITHDRAW,
        /** The signed document. */
        SIGNED,
        /** The proof. */
        PROOF
    }

    /** A call to be made: of which document, what, over what; the position of the signer it is about, and what is sent. */
    record Call(SigningRow row, Task task, Ready ready, int signer, Optional<SignatureRequest> request) {}

    /** What became of a call, to be written down in a transaction. */
    interface Answer {
        /** Writes it down for the document as it is now. */
        void note(SigningRow now);
    }

    /** Does what is to be done about a document now. */
    void run(long id, JobRun run) throws Exception {
        for (int i = 0; i < MOST_STEPS && !run.stopping(); i++) {
            if (!step(id, run)) {
                return;
            }
        }
    }

    private boolean step(long id, JobRun run) throws Exception {
        Optional<Call> call;
        try {
            call = run.inTransaction(Caller.SYSTEM, () -> begin(id));
        } catch (AppException e) {
            // Thrown out of its transaction, which is over by it.
            run.inTransaction(Caller.SYSTEM, () -> {
                hold(id, e);
                return true;
            });
            return false;
        }
        if (call.isEmpty()) {
            return false;
        }
        Answer answer = answers.ask(call.get());
        try {
            run.inTransaction(Caller.SYSTEM, () -> {
                end(call.get(), answer);
                return true;
            });
        } catch (AppException e) {
            run.inTransaction(Caller.SYSTEM, () -> {
                held(id).ifPresent(row -> postpone(row, e));
                return true;
            });
            return false;
        }
        return true;
    }

    /** Notes that a call is made now, and makes it ready; empty when there is nothing to ask. */
    private Optional<Call> begin(long id) {
        Optional<SigningRow> found = due(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        SigningRow row = found.get();
        Optional<Task> next = task(row);
        if (next.isEmpty()) {
            repository.wait(id, row.view().trouble(), false, Optional.empty());
            return Optional.empty();
        }
        Task task = next.get();
        Instant again = clock.instant().plus(LEASE);
        if (task == Task.SEND) {
            Way way = way(row);
            Ready ready = services.open(way.connection().id());
            SignatureRequest request = request(row);
            repository.begin(
                    id,
                    again,
                    true,
                    Optional.of(way.connection().id()),
                    way.connection().name());
            return Optional.of(new Call(row, task, ready, -1, Optional.of(request)));
        }
        Ready ready = services.open(row.connectionId()
                .orElseThrow(() -> new AppException(
                        ErrorKind.CONFLICT,
                        "CONNECTION_REMOVED",
                        "Look there by yourself, and withdraw it here alone: the connection over which it was sent was"
                                + " removed.")));
        int signer = task == Task.REMIND ? reminded(row) : -1;
        if (signer >= 0) {
            // Noted before: a reminder that nobody knows of is better than two.
            repository.remind(id, signer, false);
        }
        repository.begin(id, again, false, Optional.empty(), "");
        return Optional.of(new Call(row, task, ready, signer, Optional.empty()));
    }

    private Way way(SigningRow row) {
        if (row.archived()) {
            throw SigningGate.archived();
        }
        Way way = services.of(row.view().entityId()).orElseThrow(SigningGate::noService);
        rules.complete(row.view(), repository.place(row.view().customerId()).today(), way);
        return way;
    }

    private static Optional<Task> task(SigningRow row) {
        return switch (row.state()) {
            case SENDING -> Optional.of(row.maybeThere() ? Task.LOOK_UP : Task.SEND);
            case SENT -> Optional.of(reminded(row) >= 0 ? Task.REMIND : Task.PROGRESS);
            case WITHDRAWING -> Optional.of(Task.WITHDRAW);
            case SIGNED ->
                row.file(Role.SIGNED).isEmpty()
                        ? Optional.of(Task.SIGNED)
                        : row.file(Role.PROOF).isEmpty() ? Optional.of(Task.PROOF) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static int reminded(SigningRow row) {
        return row.view().signers().stream()
                .filter(SignerView::remind)
                .findFirst()
                .map(SignerView::position)
                .orElse(-1);
    }

    private SignatureRequest request(SigningRow row) {
        SigningDocumentView view = row.view();
        byte[] pdf = bytes(row.file(Role.ORIGINAL).orElseThrow());
        List<Signer> signers = view.signers().stream()
                .map(signer -> new Signer(signer.name(), signer.email()))
                .toList();
        return new SignatureRequest(
                new IdempotencyKey(row.key()),
                view.name(),
                view.message(),
                () -> new ByteArrayInputStream(pdf),
                pdf.length,
                signers,
                view.inOrder(),
                row.expires());
    }

    private byte[] bytes(AttachmentView file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            files.content(file).writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes down how a call ended, unless something else happened to the document meanwhile. */
    private void end(Call call, Answer answer) {
        held(call.row().id())
                .filter(now -> now.state() == call.row().state())
                // That it has arrived is true all the same when another node took the call for lost.
                .filter(now -> now.calls() == call.row().calls() + 1 || now.state() == SigningState.SENDING)
                .ifPresent(answer::note);
    }

    /** Notes why nothing could be asked: what an administrator can mend is waited for. */
    private void hold(long id, AppException why) {
        due(id).ifPresent(row -> {
            boolean certain = row.state() == SigningState.SENDING && !row.maybeThere();
            if (certain && (why.kind() != ErrorKind.CONFLICT || SigningAnswers.late(row, clock.instant()))) {
                answers.fail(row, trouble(why));
            } else {
                postpone(row, why);
            }
        });
    }

    private void postpone(SigningRow row, AppException why) {
        repository.waitAgain(row.id(), trouble(why), clock.instant().plus(RemotePause.untilMended(row.tries())));
    }

    private static String trouble(AppException why) {
        return why.errors().isEmpty()
                ? String.valueOf(why.getMessage())
                : why.errors().get(0).message();
    }

    /** Notes that it went wrong on our side; it is tried again in an hour. */
    void wentWrong(long id, String incident) {
        held(id).filter(row -> row.dueAt().isPresent())
                .ifPresent(row -> repository.waitAgain(
                        id,
                        "Something went wrong on our side; it is tried again in an hour. If it stays, tell an administrator: incident "
                                + incident,
                        clock.instant().plus(Duration.ofHours(1))));
    }

    /** The document, held, when something is to be asked about it now. */
    private Optional<SigningRow> due(long id) {
        return held(id).filter(row ->
                row.dueAt().filter(at -> !at.isAfter(clock.instant())).isPresent());
    }

    /** The document with the row of its customer held: an erasure may have taken both. */
    private Optional<SigningRow> held(long id) {
        return documents.hold(id) ? rows.find(List.of(id)).stream().findFirst() : Optional.empty();
    }
}
