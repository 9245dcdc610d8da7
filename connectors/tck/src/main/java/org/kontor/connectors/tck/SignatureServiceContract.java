package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.kontor.connectors.tck.Outcomes.done;
import static org.kontor.connectors.tck.SignatureSamples.bytes;
import static org.kontor.connectors.tck.SignatureSamples.request;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kontor.connectors.tck.StubServer.Fault;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ErrorCode.Kind;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.MessageChannel.Content;
import org.kontor.spi.Outcome;
import org.kontor.spi.Problem;
import org.kontor.spi.RemoteRef;
import org.kontor.spi.Setting;
import org.kontor.spi.SignatureService.Feature;
import org.kontor.spi.SignatureService.Progress;
import org.kontor.spi.SignatureService.Requested;
import org.kontor.spi.SignatureService.SignatureRequest;
import org.kontor.spi.SignatureService.Signer;
import org.kontor.spi.SignatureService.SignerProgress;
import org.kontor.spi.SignatureService.SignerState;
import org.kontor.spi.SignatureService.State;

/** What every signature service must hold: people are asked once or not at all, and what they signed comes back as it is. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public interface SignatureServiceContract extends SignatureRemote {

    /** SG01. */
    @Test
    default void required_SG01_theDocumentArrivesAsItIsWithAnIdForEachSigner() throws ConnectorException {
        SignatureRequest request = request("sg01", people());
        Requested requested = done(testee().send(connection(), request));
        assertEquals(request.signers().size(), requested.signerIds().size(), "one id for each signer");
        assertArrayEquals(SignatureSamples.pdf(), received(requested.ref()), "the document arrived changed");
        Progress progress = testee().progress(connection(), requested.ref());
        assertEquals(State.SENT, progress.state());
        assertEquals(
                requested.signerIds(),
                progress.signers().stream().map(SignerProgress::signerId).toList(),
                "the order of the signers");
    }

    /** SG02. */
    @Test
    default void required_SG02_theSameKeyMakesOneRequest() {
        Requested first = sent("sg02");
        assertEquals(first, sent("sg02"), "people were asked twice");
        assertNotEquals(first, sent("sg02-other"), "another key is another request");
    }

    /** SG03: people may have been told. */
    @Test
    default void required_SG03_aLostReplyIsUnknownAndTheKeyFindsIt() throws ConnectorException {
        unknownAfter(Fault.LOSE_REPLY, "sg03");
        stub().misbehave(Fault.NONE);
        Optional<Requested> found = testee().lookUp(connection(), new IdempotencyKey("sg03"));
        assertTrue(found.isPresent(), "it is there, and the key did not find it");
        assertEquals(
                State.SENT, testee().progress(connection(), found.get().ref()).state());
        assertEquals(found.get(), sent("sg03"), "people were asked again");
    }

    /** SG04. */
    @Test
    default void required_SG04_whatIsNoAnswerIsUnknownAndIsNotSentAgain() {
        unknownAfter(Fault.ANSWER_500, "sg04-a");
        unknownAfter(Fault.GARBAGE, "sg04-b");
        unknownAfter(Fault.NEVER_ANSWER, "sg04-c");
    }

    /** SG05: the service did not look at it. */
    @Test
    default void required_SG05_tooManyCallsIsNotSentAndTheKeyCanBeSentAgain() throws ConnectorException {
        stub().misbehave(Fault.ANSWER_429);
        notSent("sg05");
        stub().misbehave(Fault.ANSWER_429, this::changesSomething);
        notSent("sg05");
        stub().misbehave(Fault.NONE);
        assertEquals(Optional.empty(), testee().lookUp(connection(), new IdempotencyKey("sg05")));
        Requested requested = sent("sg05");
        assertEquals(Optional.of(requested), testee().lookUp(connection(), new IdempotencyKey("sg05")));
    }

    /** SG06. */
    @Test
    default void required_SG06_withoutAConnectionNothingIsSent() {
        Outcome<Requested> outcome = testee().send(connectionToNowhere(), request("sg06", people()));
        assertInstanceOf(Outcome.NotSent.class, outcome, outcome::toString);
        assertKind(Kind.REMOTE_DOWN, outcome);
    }

    /** SG07. */
    @Test
    default void required_SG07_credentialsThatAreNotAcceptedAreTheUsersToMend() {
        stub().misbehave(Fault.ANSWER_401);
        Outcome<Requested> outcome = testee().send(connection(), request("sg07", people()));
        assertTrue(
                outcome instanceof Outcome.Refused || outcome instanceof Outcome.NotSent,
                () -> "nothing happened, but it is " + outcome);
        assertKind(Kind.USER, outcome);
    }

    /** SG08: an empty answer lets Kontor ask people again. */
    @Test
    default void required_SG08_aKeyThatWasNeverSeenIsToldFromALookUpThatFails() throws ConnectorException {
        sent("sg08");
        assertEquals(Optional.empty(), testee().lookUp(connection(), new IdempotencyKey("sg08-never")));
        assertEachFailureSaysWhoHasToAct(() -> testee().lookUp(connection(), new IdempotencyKey("sg08-never")));
    }

    /** SG09. */
    @Test
    default void required_SG09_whatIsBeyondALimitIsRefusedBeforeAnythingIsSent() {
        int most = testee().mostSigners();
        assertTrue(most >= 1 && testee().largestFile() >= 1, "somebody must be able to sign something");
        Signer signer = people().get(0);
        denied(() -> testee().send(
                        connection(), SignatureSamples.unread("sg09-a", 1, Collections.nCopies(most + 1, signer))));
        denied(() -> testee().send(
                        connection(), SignatureSamples.unread("sg09-b", testee().largestFile() + 1, List.of(signer))));
        if (testee().features().contains(Feature.EXPIRY)) {
            Optional<Instant> past = Optional.of(Instant.now().minusSeconds(60));
            denied(() -> testee().send(connection(), request("sg09-c", people(), false, past)));
        }
    }

    /** SG10. */
    @Test
    default void required_SG10_whatIsDeniedIsRefusedAndNothingIsSent() throws ConnectorException {
        Requested requested = sent("sg10");
        stub().forgetRequests();
        if (!testee().features().contains(Feature.ORDER) && testee().mostSigners() > 1) {
            denied(() -> testee().send(connection(), request("sg10-a", people(), true, Optional.empty())));
        }
        if (!testee().features().contains(Feature.EXPIRY)) {
            Optional<Instant> tomorrow = Optional.of(Instant.now().plus(Duration.ofDays(1)));
            denied(() -> testee().send(connection(), request("sg10-b", people(), false, tomorrow)));
        }
        if (!testee().features().contains(Feature.REMIND)) {
            denied(() -> testee().remind(connection(), requested.ref(), first(requested)));
        }
        if (!testee().features().contains(Feature.PROOF)) {
            assertTrue(testee().proof(connection(), requested.ref()).isEmpty(), "PROOF is denied");
            assertTrue(stub().requests().isEmpty(), "PROOF is denied, and something was sent");
        }
    }

    /** SG11. */
    @Test
    default void required_SG11_aDocumentThatCannotBeReadIsNotSent() {
        Outcome<Requested> outcome = testee().send(connection(), SignatureSamples.unreadable("sg11", people()));
        assertTrue(
                outcome instanceof Outcome.Refused || outcome instanceof Outcome.NotSent,
                () -> "nothing was sent, but it is " + outcome);
        assertDeclared(outcome);
        assertEquals(0, changes(this::changesSomething), "something was sent");
    }

    /** SG12. */
    @Test
    default void required_SG12_theProgressTellsWhatEachSignerDid() throws ConnectorException {
        Requested requested = sent("sg12");
        act(requested.ref(), first(requested), SignerState.OPENED);
        assertEquals(SignerState.OPENED, signer(requested, 0).state());
        assertEquals(State.SENT, state(requested));
        for (String signer : requested.signerIds()) {
            assertEquals(State.SENT, state(requested), "it is complete before everybody has signed");
            act(requested.ref(), signer, SignerState.SIGNED);
            assertEquals(
                    SignerState.SIGNED,
                    signer(requested, requested.signerIds().indexOf(signer)).state());
            assertTrue(
                    signer(requested, requested.signerIds().indexOf(signer))
                            .at()
                            .isPresent(),
                    "when it was signed is not told");
        }
        assertEquals(State.COMPLETED, state(requested));
    }

    /** SG13. */
    @Test
    default void required_SG13_whoeverWillNotSignEndsIt() throws ConnectorException {
        Requested requested = sent("sg13");
        act(requested.ref(), first(requested), SignerState.DECLINED);
        assertEquals(State.DECLINED, state(requested));
        assertEquals(SignerState.DECLINED, signer(requested, 0).state());
        unchanged(testee().withdraw(connection(), requested.ref(), ""), requested, State.DECLINED);
    }

    /** SG14: the file outlives the connection. */
    @Test
    default void required_SG14_theSignedFileComesAsItIsAndNotBefore() throws ConnectorException {
        Requested requested = sent("sg14");
        ConnectorException early =
                assertThrows(ConnectorException.class, () -> testee().signed(connection(), requested.ref()));
        assertEquals(Kind.USER, early.problem().code().kind());
        assertDeclared(early.problem());
        everybodySigns(requested);
        Content file = testee().signed(connection(), requested.ref());
        stub().forgetRequests();
        assertArrayEquals(signedFile(requested.ref()), bytes(file), "the file came changed");
        assertArrayEquals(signedFile(requested.ref()), bytes(file), "the file cannot be read again");
        assertTrue(stub().requests().isEmpty(), "opening the file called the service");
    }

    /** SG15. */
    @Test
    default void required_SG15_readingThatFailsSaysWhoHasToAct() throws ConnectorException {
        Requested requested = sent("sg15");
        RemoteRef nowhere = new RemoteRef("999999999", "");
        ConnectorException none =
                assertThrows(ConnectorException.class, () -> testee().progress(connection(), nowhere));
        assertEquals(Kind.REMOTE_REFUSED, none.problem().code().kind(), "the service does not know it");
        everybodySigns(requested);
        assertFailure(Fault.ANSWER_429, Kind.REMOTE_DOWN, () -> testee().progress(connection(), requested.ref()));
        assertFailure(Fault.LOSE_REPLY, Kind.REMOTE_DOWN, () -> testee().progress(connection(), requested.ref()));
        assertFailure(Fault.GARBAGE, Kind.BUG, () -> testee().progress(connection(), requested.ref()));
        assertFailure(Fault.ANSWER_401, Kind.USER, () -> testee().progress(connection(), requested.ref()));
        assertFailure(Fault.GARBAGE, Kind.BUG, () -> testee().signed(connection(), requested.ref()));
        assertFailure(Fault.ANSWER_500, Kind.REMOTE_DOWN, () -> testee().signed(connection(), requested.ref()));
    }

    /** SG16. */
    @Test
    default void required_SG16_whatIsWithdrawnStaysSoAndWhatIsSignedToo() throws ConnectorException {
        Requested requested = sent("sg16");
        done(testee().withdraw(connection(), requested.ref(), "Not needed any more"));
        assertEquals(State.WITHDRAWN, state(requested));
        done(testee().withdraw(connection(), requested.ref(), ""));
        Requested signed = sent("sg16-signed");
        everybodySigns(signed);
        unchanged(testee().withdraw(connection(), signed.ref(), ""), signed, State.COMPLETED);
        Outcome<RemoteRef> unknown = testee().withdraw(connection(), new RemoteRef("999999999", ""), "");
        assertInstanceOf(Outcome.Refused.class, unknown, unknown::toString);
        assertDeclared(unknown);
    }

    /** SG17. */
    @Test
    default void required_SG17_aWithdrawalWithoutAnAnswerIsUnknownAndIsSentOnce() {
        for (Fault fault : List.of(Fault.LOSE_REPLY, Fault.ANSWER_500)) {
            Requested requested = sent("sg17-" + fault.name().replace("_", "-"));
            oneChange(fault, () -> testee().withdraw(connection(), requested.ref(), ""));
            stub().misbehave(Fault.NONE);
            done(testee().withdraw(connection(), requested.ref(), ""));
        }
    }

    /** SG18: services repeat in their errors what they were sent. */
    @Test
    default void required_SG18_noProblemShowsASecret() {
        List<Problem> problems = new ArrayList<>();
        stub().answer(request -> true, SignatureRemote::echo);
        testee().send(connection(), request("sg18", people())).trouble().ifPresent(problems::add);
        stub().answer(this::changesSomething, SignatureRemote::echo);
        testee().send(connection(), request("sg18", people())).trouble().ifPresent(problems::add);
        assertFalse(problems.isEmpty(), "a refusal was taken for Done");
        for (Setting setting : connector().settings()) {
            if (setting.secret()) {
                String secret = connection()
                        .settings()
                        .secret(setting.key())
                        .orElseThrow()
                        .reveal();
                problems.forEach(problem ->
                        assertFalse((problem.message() + problem.remoteCode()).contains(secret), "a secret is shown"));
            }
        }
    }

    /** SG19. */
    @Test
    default void optional_SG19_aSignerIsToldAgainOnceAndNotAfterSigning() {
        assumeTrue(testee().features().contains(Feature.REMIND), "reminding is denied");
        Requested requested = sent("sg19");
        stub().forgetRequests();
        done(testee().remind(connection(), requested.ref(), first(requested)));
        assertEquals(1, changes(this::changesSomething), "the signer was not told once");
        oneChange(Fault.LOSE_REPLY, () -> testee().remind(connection(), requested.ref(), first(requested)));
        stub().misbehave(Fault.NONE);
        refusedUnsent(() -> testee().remind(connection(), requested.ref(), "999999999"));
        act(requested.ref(), first(requested), SignerState.SIGNED);
        refusedUnsent(() -> testee().remind(connection(), requested.ref(), first(requested)));
    }

    /** SG20. */
    @Test
    default void optional_SG20_theNextSignerWaitsForTheOneBefore() throws ConnectorException {
        assumeTrue(testee().features().contains(Feature.ORDER) && people().size() > 1, "an order is denied");
        Requested requested = done(testee().send(connection(), request("sg20", people(), true, Optional.empty())));
        String next = requested.signerIds().get(1);
        assertEquals(SignerState.WAITING, signer(requested, 1).state());
        if (testee().features().contains(Feature.REMIND)) {
            refusedUnsent(() -> testee().remind(connection(), requested.ref(), next));
        }
        act(requested.ref(), first(requested), SignerState.SIGNED);
        assertEquals(SignerState.SENT, signer(requested, 1).state());
    }

    /** SG21. */
    @Test
    default void optional_SG21_whatIsNotSignedInTimeExpires() throws ConnectorException {
        assumeTrue(testee().features().contains(Feature.EXPIRY), "an end is denied");
        Optional<Instant> soon = Optional.of(Instant.now().plus(Duration.ofHours(1)));
        Requested requested = done(testee().send(connection(), request("sg21", people(), false, soon)));
        assertEquals(State.SENT, state(requested));
        letExpire(requested.ref());
        assertEquals(State.EXPIRED, state(requested));
    }

    /** SG22. */
    @Test
    default void optional_SG22_theProofIsThereWhenEverybodyHasSigned() throws ConnectorException {
        assumeTrue(testee().features().contains(Feature.PROOF), "a proof is denied");
        Requested requested = sent("sg22");
        everybodySigns(requested);
        byte[] proof = bytes(testee().proof(connection(), requested.ref()).orElseThrow());
        assertTrue(new String(proof, StandardCharsets.ISO_8859_1).startsWith("%PDF-"), "no PDF");
        assertFailure(Fault.ANSWER_401, Kind.USER, () -> testee().proof(connection(), requested.ref()));
    }
}
