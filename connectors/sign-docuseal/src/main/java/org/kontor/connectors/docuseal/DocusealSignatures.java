package org.kontor.connectors.docuseal;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.connectors.docuseal.DocusealClient.Call;
import org.kontor.connectors.support.Exchange;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.MessageChannel.Content;
import org.kontor.spi.Outcome;
import org.kontor.spi.Problem;
import org.kontor.spi.RemoteRef;
import org.kontor.spi.SignatureService;

/**
 * DocuSeal as a signature service. DocuSeal acts on every request that it gets, so each send looks for its key first; what changes
 * something leaves once.
 */
final class DocusealSignatures implements SignatureService {

    private static final int LARGEST_FILE = 20 * 1024 * 1024;

    private final DocusealClient client;
    private final Clock clock;

    DocusealSignatures(DocusealClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "docuseal";
    }

    @Override
    public String name() {
        return "DocuSeal";
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.allOf(Feature.class);
    }

    @Override
    public int mostSigners() {
        return SignaturePage.MOST_SIGNERS;
    }

    @Override
    public long largestFile() {
        return LARGEST_FILE;
    }

    @Override
    public Outcome<Requested> send(Connection connection, SignatureRequest request) {
        Optional<Problem> beyond = beyond(request);
        if (beyond.isPresent()) {
            return Outcome.refused(beyond.get());
        }
        byte[] pdf;
        try (InputStream in = request.pdf().open()) {
            pdf = in.readNBytes(LARGEST_FILE + 1);
        } catch (IOException e) {
            return Outcome.refused(DocusealErrors.FILE.because("Add the document again: it cannot be read."));
        }
        if (pdf.length > LARGEST_FILE || !DocusealClient.isPdf(pdf)) {
            return Outcome.refused(DocusealErrors.FILE.because("Add a PDF of at most 20 MB: this file is none."));
        }
        Call call = client.call(connection);
        try {
            Optional<Requested> there = find(call, request.key());
            if (there.isPresent()) {
                return Outcome.done(there.get());
            }
        } catch (ConnectorException e) {
            return unsent(e);
        }
        return RemoteCodes.outcome(
                call.send("POST", "submissions/pdf", SubmissionRequest.body(request, pdf)),
                good -> Outcome.done(made(good, request)),
                DocusealErrors::ofDocument);
    }

    private static Requested made(Exchange.Answered good, SignatureRequest request) {
        Requested requested = Submissions.requested(Submissions.object(good));
        if (requested.signerIds().size() != request.signers().size()) {
            throw new IllegalArgumentException("DocuSeal has other signers than those of the request");
        }
        return requested;
    }

    private Optional<Problem> beyond(SignatureRequest request) {
        if (request.signers().size() > mostSigners()) {
            return Optional.of(
                    DocusealErrors.LIMIT.because("Choose at most " + mostSigners() + " signers for one document."));
        }
        if (request.size() > LARGEST_FILE) {
            return Optional.of(DocusealErrors.LIMIT.because("Choose a smaller document: 20 MB at most."));
        }
        if (request.expires().filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            return Optional.of(DocusealErrors.LIMIT.because("Choose a time to come for the end."));
        }
        return Optional.empty();
    }

    @Override
    public Optional<Requested> lookUp(Connection connection, IdempotencyKey key) throws ConnectorException {
        return find(client.call(connection), key);
    }

    /** By the external id of the first signer. A server that does not know the filter would answer with everybody's. */
    private static Optional<Requested> find(Call call, IdempotencyKey key) throws ConnectorException {
        String externalId = Submissions.externalId(key, 1);
        List<String> found = RemoteCodes.read(
                call.get("submitters?external_id=" + externalId + "&limit=10"),
                answer -> Submissions.list(answer).stream()
                        .map(submitter -> {
                            if (!Submissions.text(submitter, "external_id").equals(externalId)) {
                                throw new IllegalArgumentException("DocuSeal answered with another signer");
                            }
                            return Submissions.number(submitter, "submission_id");
                        })
                        .distinct()
                        .toList());
        if (found.size() > 1) {
            throw new ConnectorException(
                    DocusealErrors.TWICE.because("Archive one of two in DocuSeal: " + String.join(", ", found) + "."));
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(RemoteCodes.read(
                        call.get("submissions/" + found.get(0)),
                        answer -> Submissions.requested(Submissions.object(answer))));
    }

    @Override
    public Progress progress(Connection connection, RemoteRef ref) throws ConnectorException {
        JsonObject submission = submission(client.call(connection), ref);
        try {
            return Submissions.progress(submission);
        } catch (RuntimeException e) {
            throw unreadable();
        }
    }

    @Override
    public Outcome<RemoteRef> remind(Connection connection, RemoteRef ref, String signerId) {
        Call call = client.call(connection);
        try {
            Progress progress = Submissions.progress(submission(call, ref));
            boolean asked = progress.signers().stream()
                    .anyMatch(signer -> signer.signerId().equals(signerId)
                            && (signer.state() == SignerState.SENT || signer.state() == SignerState.OPENED));
            if (progress.state() != State.SENT || !asked) {
                return Outcome.refused(
                        DocusealErrors.ENDED.because("Remind whose turn it is: nothing is asked of this signer now."));
            }
        } catch (ConnectorException e) {
            return unsent(e);
        } catch (RuntimeException e) {
            return unsent(unreadable());
        }
        return RemoteCodes.outcome(
                call.send("PUT", "submitters/" + signerId, BodyPublishers.ofString("{\"send_email\":true}")),
                good -> Outcome.done(told(good, signerId, ref)),
                DocusealErrors::ofState);
    }

    private static RemoteRef told(Exchange.Answered good, String id, RemoteRef ref) {
        if (!Submissions.number(Submissions.object(good), "id").equals(id)) {
            throw new IllegalArgumentException("DocuSeal tells of something else");
        }
        return ref;
    }

    /** DocuSeal's archive: links of signers open no document any more. It tells signers nothing, so the reason stays here. */
    @Override
    public Outcome<RemoteRef> withdraw(Connection connection, RemoteRef ref, String reason) {
        Call call = client.call(connection);
        try {
            State state = Submissions.state(submission(call, ref));
            if (state == State.WITHDRAWN || state == State.EXPIRED) {
                return Outcome.done(ref);
            }
            if (state != State.SENT) {
                return Outcome.refused(DocusealErrors.ENDED.because(
                        state == State.COMPLETED
                                ? "Keep it: everybody has signed."
                                : "Leave it: a signer has declined, and nobody can sign any more."));
            }
        } catch (ConnectorException e) {
            return unsent(e);
        } catch (RuntimeException e) {
            return unsent(unreadable());
        }
        return RemoteCodes.outcome(
                call.send("DELETE", "submissions/" + ref.id(), BodyPublishers.noBody()),
                good -> Outcome.done(told(good, ref.id(), ref)),
                DocusealErrors::ofState);
    }

    @Override
    public Content signed(Connection connection, RemoteRef ref) throws ConnectorException {
        Call call = client.call(connection);
        if (!isComplete(submission(call, ref))) {
            throw new ConnectorException(
                    DocusealErrors.NOT_COMPLETE.because("Wait: not everybody has signed the document."));
        }
        List<String> files = RemoteCodes.read(
                call.get("submissions/" + ref.id() + "/documents?merge=true"),
                answer -> Submissions.files(Submissions.object(answer)));
        if (files.size() != 1) {
            throw new ConnectorException(RemoteCodes.UNREADABLE.because(
                    "Update DocuSeal: it gives the signed document in " + files.size() + " files."));
        }
        return content(call.file(files.get(0)));
    }

    @Override
    public Optional<Content> proof(Connection connection, RemoteRef ref) throws ConnectorException {
        Call call = client.call(connection);
        JsonObject submission = submission(call, ref);
        String address = isComplete(submission) ? Submissions.text(submission, "audit_log_url") : "";
        return address.isEmpty() ? Optional.empty() : Optional.of(content(call.file(address)));
    }

    private static boolean isComplete(JsonObject submission) throws ConnectorException {
        try {
            return Submissions.state(submission) == State.COMPLETED;
        } catch (RuntimeException e) {
            throw unreadable();
        }
    }

    private static JsonObject submission(Call call, RemoteRef ref) throws ConnectorException {
        if (!ref.id().matches("[0-9]{1,18}")) {
            throw new ConnectorException(DocusealErrors.notThere());
        }
        Exchange exchange = call.get("submissions/" + ref.id());
        if (exchange instanceof Exchange.Answered answer && answer.status() == 404) {
            throw new ConnectorException(DocusealErrors.notThere());
        }
        return RemoteCodes.read(exchange, Submissions::object);
    }

    /** A look before a change failed: nothing was changed, and it may be tried again where the service was busy or away. */
    private static <T> Outcome<T> unsent(ConnectorException e) {
        return e.problem().code().kind() == ErrorCode.Kind.REMOTE_DOWN
                ? new Outcome.NotSent<>(e.problem(), e.retryAfter())
                : Outcome.refused(e.problem());
    }

    private static ConnectorException unreadable() {
        return new ConnectorException(
                RemoteCodes.UNREADABLE.because("Update the connector: the reply of DocuSeal has another form."));
    }

    private static Content content(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }
}
