package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kontor.connectors.tck.StubServer.Fault;
import org.kontor.spi.Connector;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ErrorCode.Kind;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.MessageChannel;
import org.kontor.spi.MessageChannel.Attachment;
import org.kontor.spi.MessageChannel.Feature;
import org.kontor.spi.MessageChannel.Message;
import org.kontor.spi.MessageChannel.Sent;
import org.kontor.spi.Outcome;

/** What every message channel must hold, whatever it speaks: a message is sent once, and nothing is claimed that is not known. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public interface MessageChannelContract {

    /** The channel under test. */
    MessageChannel testee();

    /** The connector that brings it. */
    Connector connector();

    /** A connection to a remote system that works. */
    KitConnection connection();

    /** A connection to where nobody listens. */
    KitConnection connectionToNowhere();

    /**
     * A connection to the remote system of {@link #connection()}, which from now on misbehaves like this; {@link Fault#NONE}
     * ends it.
     */
    KitConnection connectionThat(Fault fault);

    /** An address that {@link #connection()} takes. */
    String goodAddress();

    /** An address that is none, or that the remote system refuses. */
    String badAddress();

    /** Texts of the messages that the remote system took, in order. */
    List<String> arrived();

    /** MC01. */
    @Test
    default void required_MC01_aMessageArrivesAndHasAnId() {
        Sent sent = Outcomes.done(testee().send(connection(), message("mc01", "Grüße: 5 < 6 & done.")));
        assertFalse(sent.messageId().isBlank());
        assertEquals(1, arrived().size());
        assertTrue(
                arrived().get(0).contains("Grüße: 5 < 6 & done."),
                () -> "it arrived as " + arrived().get(0));
    }

    /** MC02. */
    @Test
    default void required_MC02_aBadAddressIsRefusedWithAReason() {
        Outcome<Sent> outcome = testee().send(
                        connection(),
                        new Message(
                                key("mc02"),
                                badAddress(),
                                Optional.empty(),
                                subject(),
                                "Hello",
                                Optional.empty(),
                                List.of()));
        assertInstanceOf(Outcome.Refused.class, outcome, outcome::toString);
        assertDeclared(outcome);
    }

    /** MC03. */
    @Test
    default void required_MC03_withoutAConnectionNothingIsSent() {
        Outcome<Sent> outcome = testee().send(connectionToNowhere(), message("mc03", "Hello"));
        assertInstanceOf(Outcome.NotSent.class, outcome, outcome::toString);
        assertEquals(Kind.REMOTE_DOWN, outcome.trouble().orElseThrow().code().kind());
        assertDeclared(outcome);
    }

    /** MC04: it may have arrived. */
    @Test
    default void required_MC04_aLostReplyIsUnknownWithinTheTimeLimit() {
        KitConnection connection = connectionThat(Fault.LOSE_REPLY);
        Outcome<Sent> outcome = assertTimeoutPreemptively(
                connection.timeLimit().plus(Duration.ofSeconds(1)),
                () -> testee().send(connection, message("mc04", "Hello")));
        assertInstanceOf(Outcome.Unknown.class, outcome, outcome::toString);
        assertDeclared(outcome);
    }

    /** MC05. */
    @Test
    default void required_MC05_whatIsDeniedIsRefusedAndNothingIsSent() {
        if (!testee().features().contains(Feature.HTML)) {
            denied(new Message(
                    key("mc05"), goodAddress(), Optional.empty(), subject(), "x", Optional.of("<p>x"), List.of()));
        }
        if (!testee().features().contains(Feature.ATTACHMENTS)) {
            Attachment file = new Attachment("a.pdf", "application/pdf", () -> new ByteArrayInputStream(new byte[1]));
            denied(new Message(
                    key("mc05"), goodAddress(), Optional.empty(), subject(), "x", Optional.empty(), List.of(file)));
        }
        if (testee().features().contains(Feature.DELIVERY_REPORTS)) {
            assertDoesNotThrow(() -> testee().deliveries(connection(), Optional.empty()));
        } else {
            ConnectorException refusal =
                    assertThrows(ConnectorException.class, () -> testee().deliveries(connection(), Optional.empty()));
            assertEquals(Kind.USER, refusal.problem().code().kind());
        }
    }

    /** MC06. */
    @Test
    default void required_MC06_aTextThatIsTooLongIsRefused() {
        assertTrue(testee().longestText() > 0);
        denied(message("mc06", "x".repeat(testee().longestText() + 1)));
    }

    /** MC07: names end up in headers. */
    @Test
    default void required_MC07_theAddressCarriesNothingElse() {
        for (String address :
                List.of(goodAddress() + ", " + badAddress(), goodAddress() + "; " + goodAddress(), "", " ")) {
            denied(new Message(key("mc07"), address, Optional.empty(), subject(), "x", Optional.empty(), List.of()));
        }
    }

    /** MC08: the remote system did not look at it. */
    @Test
    default void required_MC08_tooManyCallsIsNotSentAndTellsHowLongToWait() {
        Outcome<Sent> outcome = testee().send(connectionThat(Fault.ANSWER_429), message("mc08", "Hello"));
        Outcome.NotSent<?> notSent = assertInstanceOf(Outcome.NotSent.class, outcome, outcome::toString);
        assertEquals(Optional.of(Duration.ofSeconds(7)), notSent.retryAfter());
        assertEquals(Kind.REMOTE_DOWN, notSent.problem().code().kind());
        assertDeclared(outcome);
    }

    /** MC09: it may have arrived, and a message that comes twice is worse than one that somebody has to look into. */
    @Test
    default void required_MC09_whatIsNoAnswerIsUnknownAndIsNotSentAgain() {
        for (Fault fault : new Fault[] {Fault.ANSWER_500, Fault.GARBAGE, Fault.NEVER_ANSWER}) {
            int before = arrived().size();
            KitConnection connection = connectionThat(fault);
            String key = "mc09-" + fault.name().replace("_", "-");
            Outcome<Sent> outcome = assertTimeoutPreemptively(
                    connection.timeLimit().plus(Duration.ofSeconds(1)),
                    () -> testee().send(connection, message(key, "Hello")));
            assertInstanceOf(Outcome.Unknown.class, outcome, () -> fault + " must be Unknown, not " + outcome);
            assertDeclared(outcome);
            assertTrue(arrived().size() - before <= 1, () -> fault + ": it was sent again");
        }
    }

    /** MC10: Kontor sends again with the same key. */
    @Test
    default void required_MC10_whatWasNotSentIsSentWithTheSameKey() {
        Message message = message("mc10", "A second try.");
        Outcome<Sent> first = testee().send(connectionThat(Fault.ANSWER_429), message);
        assertInstanceOf(Outcome.NotSent.class, first, first::toString);
        assertEquals(0, arrived().size());
        Outcomes.done(testee().send(connectionThat(Fault.NONE), message));
        assertEquals(1, arrived().size(), "it did not arrive once");
    }

    private void denied(Message message) {
        int before = arrived().size();
        Outcome<Sent> outcome = testee().send(connection(), message);
        assertInstanceOf(Outcome.Refused.class, outcome, outcome::toString);
        assertEquals(Kind.USER, outcome.trouble().orElseThrow().code().kind());
        assertDeclared(outcome);
        assertEquals(before, arrived().size(), "something was sent");
    }

    private void assertDeclared(Outcome<?> outcome) {
        outcome.trouble()
                .ifPresent(problem -> assertTrue(
                        connector().errorCodes().contains(problem.code()),
                        () -> problem.code() + " is not among errorCodes() of the connector"));
    }

    private Message message(String key, String text) {
        return new Message(key(key), goodAddress(), Optional.empty(), subject(), text, Optional.empty(), List.of());
    }

    private String subject() {
        return testee().medium() == MessageChannel.Medium.EMAIL ? "From the kit" : "";
    }

    private static IdempotencyKey key(String value) {
        return new IdempotencyKey(value);
    }
}
