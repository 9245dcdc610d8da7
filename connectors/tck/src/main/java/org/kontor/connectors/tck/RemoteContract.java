package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.kontor.connectors.tck.StubServer.Fault;
import org.kontor.spi.Connector;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.Outcome;
import org.kontor.spi.Problem;

/**
 * What the contracts of capabilities share that call a remote system: a stub in its place, and a connection to it. A
 * connector's test keeps one stub for each test instance.
 */
public interface RemoteContract {

    /** The connector whose capability is under test. */
    Connector connector();

    /** The remote system, behaving as the connector expects. The same object each time within one test. */
    StubServer stub();

    /** A connection whose settings lead to {@link #stub()}. */
    KitConnection connection();

    /** A connection of usual settings to where nobody listens, such as a port of a stub that was closed. */
    KitConnection connectionToNowhere();

    /** Closes the stub. */
    @AfterEach
    default void closeStub() {
        stub().close();
    }

    /** How many requests arrived that change something: a token request, for one, does not. */
    default long changes(Predicate<StubServer.Request> isChange) {
        return stub().requests().stream().filter(isChange).count();
    }

    /** A problem is declared and shows no secret. */
    default void assertDeclared(Outcome<?> outcome) {
        outcome.trouble().ifPresent(this::assertDeclared);
    }

    /** A problem is declared. */
    default void assertDeclared(Problem problem) {
        assertTrue(
                connector().errorCodes().contains(problem.code()),
                () -> problem.code() + " is not among errorCodes() of the connector");
    }

    /** The kind of the problem. */
    default void assertKind(ErrorCode.Kind kind, Outcome<?> outcome) {
        assertTrue(
                outcome.trouble()
                        .filter(problem -> problem.code().kind() == kind)
                        .isPresent(),
                () -> "kind " + kind + " was expected, not " + outcome);
        assertDeclared(outcome);
    }

    /** A call that only reads, when the remote system fails: it throws in time, with the kind of who has to act. */
    default void assertEachFailureSaysWhoHasToAct(Reading call) {
        assertFailure(Fault.ANSWER_429, ErrorCode.Kind.REMOTE_DOWN, call);
        assertFailure(Fault.ANSWER_500, ErrorCode.Kind.REMOTE_DOWN, call);
        assertFailure(Fault.LOSE_REPLY, ErrorCode.Kind.REMOTE_DOWN, call);
        assertFailure(Fault.NEVER_ANSWER, ErrorCode.Kind.REMOTE_DOWN, call);
        assertFailure(Fault.GARBAGE, ErrorCode.Kind.BUG, call);
        assertFailure(Fault.ANSWER_401, ErrorCode.Kind.USER, call);
    }

    /** A call that only reads, when the remote system fails like this: it throws in time, with this kind. */
    default void assertFailure(Fault fault, ErrorCode.Kind kind, Reading call) {
        stub().misbehave(fault);
        ConnectorException failure = assertTimeoutPreemptively(
                connection().timeLimit().plusSeconds(1),
                () -> assertThrows(
                        ConnectorException.class, call::make, () -> fault + " must not look like an answer"));
        assertDeclared(failure.problem());
        assertEquals(kind, failure.problem().code().kind(), () -> "who has to act after " + fault);
    }

    /** A call that only reads. */
    interface Reading {
        /** Makes it. */
        void make() throws ConnectorException;
    }
}
