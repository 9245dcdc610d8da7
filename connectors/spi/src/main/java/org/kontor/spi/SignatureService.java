package org.kontor.spi;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A service that lets people sign documents electronically. It tells the signers itself, by e-mail, and keeps the document until
 * everybody has signed.
 *
 * <p><b>Calls.</b> Kontor has written down the intention with its key and committed before it calls {@link #send}; it calls outside
 * any transaction, from jobs and from requests, many at the same time, but never twice at the same time with one key or for one
 * document. How signing goes on it asks by {@link #progress} from a job: the service needs no way to call Kontor.
 *
 * <p><b>Time.</b> Each call ends within {@link Connection#timeLimit()}. A connector that cannot stop in time must not hurry to call
 * it failed: it answers {@link Outcome.Unknown}.
 *
 * <p><b>Repetition.</b> The same key sent twice makes one request at the service: where the service does not promise that, the
 * connector looks for the key before it sends. It never repeats by itself what changes something after the first byte has left.
 * Kontor sends again with the same key only after NotSent, or after {@link #lookUp} has answered that the key is not there.
 *
 * <p><b>Errors.</b> {@link #send}, {@link #remind} and {@link #withdraw} throw nothing on account of the service; the calls that only
 * read throw {@link ConnectorException}. What is not in {@link #features()} or is beyond a limit is Refused with kind USER, and
 * nothing is sent. No problem shows the text of the document or a secret.
 */
public non-sealed interface SignatureService extends Capability {

    /** What this service can do beyond sending, telling the progress and withdrawing. */
    Set<Feature> features();

    /** How many people may sign one document; at least 1. A request with more is Refused with kind USER. */
    int mostSigners();

    /** How many bytes the document may have; at least 1. A larger one is Refused with kind USER. */
    long largestFile();

    /**
     * Asks people to sign. Done means that the service has the document and tells the signers itself: all at once, or one after
     * the other when the request says so. A document that carries no places for signatures gets one for each signer. Unknown may
     * have told signers already; {@link #lookUp} finds out.
     */
    Outcome<Requested> send(Connection connection, SignatureRequest request);

    /**
     * What the service has under this key; empty when it has certainly never seen the key or no longer knows it, so that the
     * document can be sent again. Only reads. Kontor asks after Unknown, not before the time limit of the call has passed.
     *
     * @throws ConnectorException when it cannot be found out now; of kind BUG when there is more than one
     */
    Optional<Requested> lookUp(Connection connection, IdempotencyKey key) throws ConnectorException;

    /**
     * How far signing has come. Only reads.
     *
     * @param ref as {@link #send} or {@link #lookUp} told it
     * @throws ConnectorException when it cannot be found out now; of kind REMOTE_REFUSED when the service does not know it
     */
    Progress progress(Connection connection, RemoteRef ref) throws ConnectorException;

    /**
     * Tells one signer again. Needs {@link Feature#REMIND}. Refused for a signer who has signed or declined, whose turn has not
     * come, or whom the service does not know, and when the whole has ended. One call tells once at most.
     *
     * @param signerId as {@link Requested#signerIds()} told it
     */
    Outcome<RemoteRef> remind(Connection connection, RemoteRef ref, String signerId);

    /**
     * Takes the request back: nobody can sign any more. May be repeated: Done when it was withdrawn or had expired already.
     * Refused, and nothing changes, when everybody has signed, when somebody has declined, or when the service does not know it.
     *
     * @param reason for the signers where the service tells them, one line; may be empty
     */
    Outcome<RemoteRef> withdraw(Connection connection, RemoteRef ref, String reason);

    /**
     * The document as everybody signed it, a PDF. Only reads. All bytes are there when the call ends: {@link
     * MessageChannel.Content#open} calls nobody and works after the connection is gone.
     *
     * @throws ConnectorException of kind USER before it is {@link State#COMPLETED}; otherwise when it cannot be read now
     */
    MessageChannel.Content signed(Connection connection, RemoteRef ref) throws ConnectorException;

    /**
     * What proves who signed when (the service's audit trail), a PDF of its own. Empty as long as the service has none, and always,
     * without a call, when {@link Feature#PROOF} is denied. Only reads; the bytes are as those of {@link #signed}.
     *
     * @throws ConnectorException when it cannot be read now
     */
    Optional<MessageChannel.Content> proof(Connection connection, RemoteRef ref) throws ConnectorException;

    /** What a service may be able to do. */
    enum Feature {
        /** Signers sign one after the other, in the order of the request. */
        ORDER,
        /** Tells a signer again. */
        REMIND,
        /** A request ends by itself at a time. */
        EXPIRY,
        /** Has a file that proves who signed when. */
        PROOF
    }

    /**
     * A document to sign.
     *
     * @param key names this intention
     * @param title of the document, one line of 1 to 200 characters
     * @param message for the signers, up to 5,000 characters with line breaks; empty leaves it to the service
     * @param pdf the document
     * @param size how many bytes it has; positive
     * @param signers who is to sign, at least one
     * @param inOrder whether a signer is told only when the one before has signed; counts for more than one signer and then needs
     *     {@link Feature#ORDER}
     * @param expires when it can no longer be signed; needs {@link Feature#EXPIRY}; empty for never
     */
    record SignatureRequest(
            IdempotencyKey key,
            String title,
            String message,
            MessageChannel.Content pdf,
            long size,
            List<Signer> signers,
            boolean inOrder,
            Optional<Instant> expires) {
        /** Copies the list; refuses what no service could take. */
        public SignatureRequest {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(pdf, "pdf");
            Objects.requireNonNull(expires, "expires");
            signers = List.copyOf(signers);
            if (title.isBlank() || title.length() > 200 || title.matches("(?s).*[\\r\\n].*")) {
                throw new IllegalArgumentException("A title is one line of 1 to 200 characters");
            }
            if (message.length() > 5000) {
                throw new IllegalArgumentException("A message has up to 5,000 characters, not " + message.length());
            }
            if (size <= 0 || signers.isEmpty()) {
                throw new IllegalArgumentException("A document has bytes and somebody who signs it");
            }
        }

        /** Whether the order of the signers counts. */
        public boolean ordered() {
            return inOrder && signers.size() > 1;
        }
    }

    /**
     * Who is to sign.
     *
     * @param name of the person, one line
     * @param email where the service tells the person, one address; two signers may share it
     */
    record Signer(String name, String email) {
        /** Refuses what is no line or no address. */
        public Signer {
            if (name.isBlank()
                    || (name + email).matches("(?s).*[\\r\\n].*")
                    || !email.matches("[^\\s@,;]+@[^\\s@,;]+")) {
                throw new IllegalArgumentException("A signer has a name and one e-mail address");
            }
        }
    }

    /**
     * What the service has taken on.
     *
     * @param ref by which the service knows it
     * @param signerIds the service's id of each signer, in the order of the request; each 1 to 200 characters, none twice
     */
    record Requested(RemoteRef ref, List<String> signerIds) {
        /** Copies the list; refuses ids that cannot be kept. */
        public Requested {
            Objects.requireNonNull(ref, "ref");
            signerIds = List.copyOf(signerIds);
            if (signerIds.isEmpty()
                    || signerIds.stream().anyMatch(id -> id.isBlank() || id.length() > 200)
                    || signerIds.stream().distinct().count() < signerIds.size()) {
                throw new IllegalArgumentException("Each signer has an id of its own of 1 to 200 characters");
            }
        }
    }

    /**
     * How far signing has come.
     *
     * @param state of the whole
     * @param signers each of them, in the order of the request
     * @param detail as the service tells it, such as why somebody declined; may be empty
     */
    record Progress(State state, List<SignerProgress> signers, String detail) {
        /** Copies the list. */
        public Progress {
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(detail, "detail");
            signers = List.copyOf(signers);
        }
    }

    /**
     * How far one signer has come.
     *
     * @param signerId as {@link Requested#signerIds()} told it
     * @param state what the signer did last
     * @param at when; empty when it is not told, and while waiting
     */
    record SignerProgress(String signerId, SignerState state, Optional<Instant> at) {
        /** Refuses null. */
        public SignerProgress {
            Objects.requireNonNull(signerId, "signerId");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(at, "at");
        }
    }

    /** How far the whole has come. All but the first are final. */
    enum State {
        /** With the signers. */
        SENT,
        /** Everybody has signed. */
        COMPLETED,
        /** Somebody will not sign. */
        DECLINED,
        /** Its time is over. */
        EXPIRED,
        /** It was taken back, or removed at the service. */
        WITHDRAWN
    }

    /** How far one signer has come. */
    enum SignerState {
        /** It is not the signer's turn, or the service has not told the signer yet. */
        WAITING,
        /** The service has told the signer. */
        SENT,
        /** The signer has looked at it. */
        OPENED,
        /** The signer has signed. */
        SIGNED,
        /** The signer will not sign. */
        DECLINED
    }
}
