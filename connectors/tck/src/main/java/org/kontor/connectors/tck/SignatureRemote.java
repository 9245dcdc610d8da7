package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.connectors.tck.Outcomes.done;
import static org.kontor.connectors.tck.SignatureSamples.request;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.kontor.connectors.tck.StubServer.Fault;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ErrorCode.Kind;
import org.kontor.spi.Outcome;
import org.kontor.spi.RemoteRef;
import org.kontor.spi.SignatureService;
import org.kontor.spi.SignatureService.Feature;
import org.kontor.spi.SignatureService.Requested;
import org.kontor.spi.SignatureService.Signer;
import org.kontor.spi.SignatureService.SignerProgress;
import org.kontor.spi.SignatureService.SignerState;
import org.kontor.spi.SignatureService.State;

/** The signature service under test, what happens at its stub, and how the rules look at it. */
public interface SignatureRemote extends RemoteContract {

    /** The service under test. */
    SignatureService testee();

    /** Whether a request to the stub asks people to sign, tells them again, or takes a document back. */
    boolean changesSomething(StubServer.Request request);

    /** The document as it arrived at the stub. */
    byte[] received(RemoteRef ref);

    /** The file that the stub gives out when everybody has signed. */
    byte[] signedFile(RemoteRef ref);

    /** A signer acts at the stub. */
    void act(RemoteRef ref, String signerId, SignerState what);

    /** The time of the document is over at the stub. For services with {@link Feature#EXPIRY}. */
    default void letExpire(RemoteRef ref) {
        throw new AssertionError("Say how " + ref + " expires: override letExpire");
    }

    /** A document with this key that must have been sent. */
    default Requested sent(String key) {
        return done(testee().send(connection(), request(key, people())));
    }

    /** Sending must end as NotSent, with the time to wait that the stub names. */
    default void notSent(String key) {
        Outcome<Requested> outcome = testee().send(connection(), request(key, people()));
        Outcome.NotSent<?> notSent = assertInstanceOf(Outcome.NotSent.class, outcome, outcome::toString);
        assertEquals(Optional.of(Duration.ofSeconds(7)), notSent.retryAfter());
        assertKind(Kind.REMOTE_DOWN, outcome);
    }

    /** Sending must end as Unknown after one request. */
    default void unknownAfter(Fault fault, String key) {
        oneChange(fault, () -> testee().send(connection(), request(key, people())));
    }

    /** A call must end as Unknown after one request that changes something. */
    default void oneChange(Fault fault, Supplier<Outcome<?>> call) {
        stub().forgetRequests();
        stub().misbehave(fault, this::changesSomething);
        Outcome<?> outcome = assertTimeoutPreemptively(connection().timeLimit().plusSeconds(1), call::get);
        assertInstanceOf(Outcome.Unknown.class, outcome, () -> fault + " must be Unknown, not " + outcome);
        assertDeclared(outcome);
        assertEquals(1, changes(this::changesSomething), () -> fault + ": it was not sent once");
    }

    /** A call must be refused as the user's to mend, without any request. */
    default void denied(Supplier<Outcome<?>> call) {
        stub().forgetRequests();
        Outcome<?> outcome = call.get();
        assertInstanceOf(Outcome.Refused.class, outcome, outcome::toString);
        assertKind(Kind.USER, outcome);
        assertTrue(stub().requests().isEmpty(), "something was sent");
    }

    /** A call must be refused without a request that changes something. */
    default void refusedUnsent(Supplier<Outcome<?>> call) {
        stub().forgetRequests();
        Outcome<?> outcome = call.get();
        assertInstanceOf(Outcome.Refused.class, outcome, outcome::toString);
        assertDeclared(outcome);
        assertEquals(0, changes(this::changesSomething), "somebody was told");
    }

    /** A call was refused, and the document is as it was. */
    default void unchanged(Outcome<RemoteRef> outcome, Requested requested, State state) throws ConnectorException {
        assertInstanceOf(Outcome.Refused.class, outcome, () -> state + " is taken back: " + outcome);
        assertDeclared(outcome);
        assertEquals(state, state(requested));
    }

    /** How far the whole has come. */
    default State state(Requested requested) throws ConnectorException {
        return testee().progress(connection(), requested.ref()).state();
    }

    /** How far one of the signers has come, by the order of the request. */
    default SignerProgress signer(Requested requested, int index) throws ConnectorException {
        SignerProgress found =
                testee().progress(connection(), requested.ref()).signers().get(index);
        assertEquals(requested.signerIds().get(index), found.signerId(), "the order of the signers");
        return found;
    }

    /** Everybody signs at the stub, one after the other. */
    default void everybodySigns(Requested requested) {
        requested.signerIds().forEach(signer -> act(requested.ref(), signer, SignerState.SIGNED));
    }

    /** The first signer. */
    default String first(Requested requested) {
        return requested.signerIds().get(0);
    }

    /** Two signers, or one where no more are taken. */
    default List<Signer> people() {
        return SignatureSamples.people(testee().mostSigners());
    }

    /** Refuses a request and repeats its headers and body, as JSON under the names that services use for messages. */
    static StubServer.Reply echo(StubServer.Request request) {
        String told = (request.uri() + " " + request.headers().values() + " " + request.body())
                .replaceAll("[^!#-\\[\\]-~ ]", " ");
        return new StubServer.Reply(422, "{\"error\":\"" + told + "\",\"message\":\"" + told + "\"}");
    }
}
