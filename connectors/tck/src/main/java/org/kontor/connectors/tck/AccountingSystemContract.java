package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.kontor.connectors.tck.Outcomes.done;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kontor.connectors.tck.StubServer.Fault;
import org.kontor.spi.AccountingRecord;
import org.kontor.spi.AccountingSystem;
import org.kontor.spi.AccountingSystem.Account;
import org.kontor.spi.AccountingSystem.Pulled;
import org.kontor.spi.AccountingSystem.Push;
import org.kontor.spi.Batch;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ErrorCode.Kind;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.Outcome;
import org.kontor.spi.RemoteRef;

/**
 * What every accounting system must hold: nothing is left out of a pull, nothing is pushed twice.
 *
 * <p>The stub must begin with at least three records of the kind of {@link #sample()}, one of them deleted, over more than one
 * batch; where accounts are told, with somebody who has a contact and somebody who has a balance.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public interface AccountingSystemContract extends RemoteContract {

    /** The system under test. */
    AccountingSystem testee();

    /** A record that can be pushed and pulled. */
    AccountingRecord sample();

    /** Whether a request to the stub creates or changes a record. */
    boolean changesSomething(StubServer.Request request);

    /** AC01. */
    @Test
    default void required_AC01_aPullGoesOnBatchByBatchUntilThereIsNoMore() throws ConnectorException {
        List<Pulled> all = everything(Optional.empty());
        assertTrue(all.size() >= 3, () -> "only " + all.size() + " records came");
        assertTrue(all.stream().anyMatch(pulled -> pulled.record().isEmpty()), "the deletion did not come");
        all.stream().flatMap(pulled -> pulled.record().stream()).forEach(r -> assertEquals(sample().kind(), r.kind()));
    }

    /** AC02: a job that was broken off asks again. */
    @Test
    default void required_AC02_theSameCursorGivesTheSameAgain() throws ConnectorException {
        Batch<Pulled> first = testee().pull(connection(), sample().kind(), Optional.empty());
        Optional<String> cursor = Optional.of(first.cursor());
        Batch<Pulled> second = testee().pull(connection(), sample().kind(), cursor);
        assertEquals(
                second.items(),
                testee().pull(connection(), sample().kind(), cursor).items());
        assertTrue(first.more(), "the stub must have more than one batch");
    }

    /** AC03. */
    @Test
    default void required_AC03_whatIsPushedComesWithTheNextPull() throws ConnectorException {
        Optional<String> cursor = end();
        RemoteRef ref = done(testee().push(connection(), push("ac03")));
        assertTrue(
                everything(cursor).stream().anyMatch(pulled -> pulled.ref().id().equals(ref.id())),
                "the pull from the former cursor leaves it out");
    }

    /** AC04. */
    @Test
    default void required_AC04_theSameKeyPushesOnce() {
        RemoteRef first = done(testee().push(connection(), push("ac04")));
        assertEquals(first.id(), done(testee().push(connection(), push("ac04"))).id(), "a second record was made");
    }

    /** AC05. */
    @Test
    default void required_AC05_aLostReplyIsUnknownIsNotSentAgainAndIsFoundByKey() {
        for (Fault fault : new Fault[] {Fault.LOSE_REPLY, Fault.NEVER_ANSWER, Fault.GARBAGE, Fault.ANSWER_500}) {
            stub().misbehave(fault);
            stub().forgetRequests();
            String key = "ac05-" + fault.name().replace("_", "-");
            Outcome<RemoteRef> outcome = assertTimeoutPreemptively(
                    connection().timeLimit().plusSeconds(1), () -> testee().push(connection(), push(key)));
            assertInstanceOf(Outcome.Unknown.class, outcome, fault + " must be Unknown");
            assertDeclared(outcome);
            assertEquals(1, changes(this::changesSomething), "it was sent again");
            stub().misbehave(Fault.NONE);
            done(testee().lookUp(connection(), sample().kind(), new IdempotencyKey(key)));
        }
    }

    /** AC06: it may be sent again then; not to know is not to have not. */
    @Test
    default void required_AC06_aLookUpTellsNeverSeenFromNotKnown() {
        IdempotencyKey never = new IdempotencyKey("ac06-never");
        assertInstanceOf(Outcome.NotSent.class, testee().lookUp(connection(), sample().kind(), never));
        stub().misbehave(Fault.ANSWER_500);
        assertInstanceOf(Outcome.Unknown.class, testee().lookUp(connection(), sample().kind(), never));
    }

    /** AC07: nobody overwrites what he has not seen. */
    @Test
    default void required_AC07_aStaleVersionIsRefused() {
        RemoteRef first = done(testee().push(connection(), push("ac07-a")));
        done(testee().push(connection(), new Push(new IdempotencyKey("ac07-b"), sample(), Optional.of(first))));
        Outcome<RemoteRef> stale =
                testee().push(connection(), new Push(new IdempotencyKey("ac07-c"), sample(), Optional.of(first)));
        assertInstanceOf(Outcome.Refused.class, stale);
        assertKind(Kind.REMOTE_REFUSED, stale);
    }

    /** AC08. */
    @Test
    default void required_AC08_aPullThatFailsSaysWhoHasToAct() {
        assertEachFailureSaysWhoHasToAct(() -> testee().pull(connection(), sample().kind(), Optional.empty()));
    }

    /** AC09. */
    @Test
    default void required_AC09_whatIsDeniedIsRefusedAndNothingIsSent() {
        for (AccountingRecord.Kind kind : AccountingRecord.Kind.values()) {
            stub().forgetRequests();
            if (!testee().pulls().contains(kind)) {
                ConnectorException refusal = assertThrows(
                        ConnectorException.class, () -> testee().pull(connection(), kind, Optional.empty()));
                assertEquals(Kind.USER, refusal.problem().code().kind());
            }
            if (!testee().pushes().contains(kind)) {
                Push push = new Push(new IdempotencyKey("ac09"), AccountingSamples.of(kind), Optional.empty());
                Outcome<RemoteRef> outcome = testee().push(connection(), push);
                assertInstanceOf(Outcome.Refused.class, outcome, kind + " is denied");
                assertKind(Kind.USER, outcome);
            }
            assertFalse(
                    !testee().pulls().contains(kind) && !stub().requests().isEmpty(), kind + ": something was sent");
        }
    }

    /** AC10: nothing was done, so the same key is good for the next try. */
    @Test
    default void required_AC10_tooManyCallsIsNotSentTellsHowLongToWaitAndIsPushedLater() {
        stub().misbehave(Fault.ANSWER_429);
        Outcome<RemoteRef> outcome = testee().push(connection(), push("ac10"));
        Outcome.NotSent<?> notSent = assertInstanceOf(Outcome.NotSent.class, outcome, outcome::toString);
        assertEquals(Optional.of(Duration.ofSeconds(7)), notSent.retryAfter());
        assertKind(Kind.REMOTE_DOWN, outcome);
        stub().misbehave(Fault.NONE);
        RemoteRef ref = done(testee().push(connection(), push("ac10")));
        RemoteRef found = done(testee().lookUp(connection(), sample().kind(), new IdempotencyKey("ac10")));
        assertEquals(ref.id(), found.id());
    }

    /** AC11: who is left out is gone there, so nobody may be left out, and nobody made up. */
    @Test
    default void optional_AC11_accountsAreThoseAskedForAsThePullTellsThem() throws ConnectorException {
        assumeTrue(testee().tellsAccounts(), "accounts are denied");
        Map<String, Optional<AccountingRecord>> known = customers();
        Set<String> asked = new TreeSet<>(known.keySet());
        asked.add("kit-nobody");
        Map<String, AccountingRecord> told = new TreeMap<>();
        for (Account account : testee().accounts(connection(), asked)) {
            assertNull(told.put(account.ref().id(), account.customer()), "an account was told twice");
        }
        Map<String, AccountingRecord> there = new TreeMap<>();
        known.forEach((id, record) -> record.ifPresent(now -> there.put(id, now)));
        assertEquals(there, told);
        String one = there.keySet().iterator().next();
        List<Account> alone = testee().accounts(connection(), Set.of(one));
        assertEquals(List.of(one), alone.stream().map(a -> a.ref().id()).toList());
    }

    /** AC12: an id of a contact that changes would make the contact twice. */
    @Test
    default void optional_AC12_accountsStayTheSameWhileNothingChanges() throws ConnectorException {
        assumeTrue(testee().tellsAccounts(), "accounts are denied");
        Set<String> asked = customers().keySet();
        Instant before = Instant.now();
        List<Account> first = testee().accounts(connection(), asked);
        assertEquals(timeless(first), timeless(testee().accounts(connection(), asked)));
        assertTrue(
                first.stream().anyMatch(account -> !account.contacts().isEmpty())
                        && first.stream()
                                .anyMatch(account -> !account.balances().isEmpty()),
                "the stub must have somebody with a contact and somebody with a balance");
        first.forEach(account ->
                assertTrue(account.asOf().isBefore(before.plusSeconds(3600)), "an account of the future was told"));
    }

    /** AC13: an empty answer would look as if all of them were deleted. */
    @Test
    default void optional_AC13_accountsThatCannotBeToldSayWhoHasToAct() {
        assumeTrue(testee().tellsAccounts(), "accounts are denied");
        assertEachFailureSaysWhoHasToAct(() -> testee().accounts(connection(), Set.of("1")));
    }

    /** AC14. */
    @Test
    default void required_AC14_accountsThatAreDeniedAreRefusedAndNothingIsSent() {
        if (testee().tellsAccounts()) {
            assertTrue(
                    testee().pulls().contains(AccountingRecord.Kind.CUSTOMER), "their customers must be pulled, too");
            return;
        }
        stub().forgetRequests();
        ConnectorException refusal =
                assertThrows(ConnectorException.class, () -> testee().accounts(connection(), Set.of("1")));
        assertEquals(Kind.USER, refusal.problem().code().kind());
        assertEquals(List.of(), stub().requests());
    }

    /** Each customer as it was pulled last; empty for one that was deleted. */
    private Map<String, Optional<AccountingRecord>> customers() throws ConnectorException {
        Map<String, Optional<AccountingRecord>> last = new TreeMap<>();
        Optional<String> cursor = Optional.empty();
        for (int calls = 0; calls < 1000; calls++) {
            Batch<Pulled> batch = testee().pull(connection(), AccountingRecord.Kind.CUSTOMER, cursor);
            batch.items().forEach(pulled -> last.put(pulled.ref().id(), pulled.record()));
            cursor = Optional.of(batch.cursor());
            if (!batch.more()) {
                return last;
            }
        }
        throw new AssertionError("There was always more to pull");
    }

    private static Map<String, Account> timeless(List<Account> accounts) {
        Map<String, Account> byId = new TreeMap<>();
        accounts.forEach(each -> byId.put(
                each.ref().id(),
                new Account(each.ref(), each.customer(), each.contacts(), each.balances(), Instant.EPOCH)));
        return byId;
    }

    private List<Pulled> everything(Optional<String> from) throws ConnectorException {
        List<Pulled> all = new ArrayList<>();
        Optional<String> cursor = from;
        for (int calls = 0; calls < 1000; calls++) {
            Batch<Pulled> batch = testee().pull(connection(), sample().kind(), cursor);
            all.addAll(batch.items());
            cursor = Optional.of(batch.cursor());
            if (!batch.more()) {
                return all;
            }
        }
        throw new AssertionError("There was always more to pull");
    }

    private Optional<String> end() throws ConnectorException {
        Optional<String> cursor = Optional.empty();
        for (int calls = 0; calls < 1000; calls++) {
            Batch<Pulled> batch = testee().pull(connection(), sample().kind(), cursor);
            cursor = Optional.of(batch.cursor());
            if (!batch.more()) {
                return cursor;
            }
        }
        throw new AssertionError("There was always more to pull");
    }

    private Push push(String key) {
        return new Push(new IdempotencyKey(key), sample(), Optional.empty());
    }
}
