package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.customer.Drafts;
import org.kontor.lifecycle.ErasureRepeated.Outcome;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.testing.OnPostgres;

/** After a backup was restored, whoever was erased since is erased again. */
@OnPostgres
class ErasureRepetitionTest {

    /** What a backup brings back of a customer; one after the other, as they refer to each other. */
    private static final List<String> TABLES = List.of("customer", "customer_email", "contact");

    private final ErasureBench bench = new ErasureBench();
    private final ErasureRepetition repetition = bench.kontor.get(ErasureRepetition.class);

    @AfterEach
    void close() {
        bench.close();
    }

    private List<ErasureRepeated> repeat(List<ErasedNumbers> list) {
        return bench.kontor.asSystem(() -> repetition.repeat(list));
    }

    private void backup() {
        TABLES.forEach(table -> bench.kontor.sql("create table bak_" + table + " as select * from " + table));
    }

    private void restore(long lastNumber) {
        bench.kontor.sql("delete from erasure_step");
        bench.kontor.sql("delete from erasure");
        bench.kontor.sql("delete from suppression");
        TABLES.forEach(table -> bench.kontor.sql("insert into " + table + " overriding system value select * from bak_"
                + table + " on conflict do nothing"));
        bench.kontor.sql("select setval('customer_seq', " + lastNumber + ")");
    }

    /** S4-102, X-29, S0-38: also those who were merged since; whoever got such a number afterwards stays, and nobody gets one again. */
    @Test
    void whoWasErasedSinceTheBackupIsErasedAgain() {
        long stays = bench.register(Drafts.person("Anna", "Berg").emails("anna@mail.example"));
        long goes = bench.register(Drafts.person("Ann", "Berg").emails("ann@mail.example"));
        long other = bench.register(Drafts.business("Other Ltd"));
        backup();
        bench.kontor.clock().advance(Duration.ofDays(1));
        bench.kontor.asSystem(() -> bench.kontor.get(Merges.class).merge(new MergeDraft(stays, List.of(goes))));
        long later = bench.register(Drafts.person("Late", "Comer").emails("late@mail.example"));
        long latest = bench.register(Drafts.person("Later", "Still").emails("later@mail.example"));
        for (long one : List.of(stays, later, latest)) {
            bench.kontor.clock().advance(Duration.ofHours(1));
            bench.run(bench.erase(one).id());
        }
        List<ErasedNumbers> kept = bench.kontor.asSystem(repetition::numbers);
        assertEquals(
                List.of(List.of(stays, goes), List.of(later), List.of(latest)),
                kept.stream().map(ErasedNumbers::customerIds).toList());

        restore(other);
        bench.kontor.clock().advance(Duration.ofHours(1));
        long again = bench.register(Drafts.business("New Ltd"));
        assertEquals(later, again, "a number that the backup does not know was given to somebody else");

        List<ErasureRepeated> repeated = repeat(kept);
        assertEquals(
                List.of(Outcome.BEGUN, Outcome.BEGUN, Outcome.ANOTHER, Outcome.NOBODY),
                repeated.stream().map(ErasureRepeated::outcome).toList());
        assertEquals(Outcome.RUNNING, repeat(kept).get(0).outcome());
        for (ErasureRepeated begun : repeated.subList(0, 2)) {
            assertEquals(
                    ErasureState.COMPLETED,
                    bench.run(begun.erasureId().orElseThrow()).state());
        }
        for (String email : List.of("anna@mail.example", "ann@mail.example")) {
            assertEquals(
                    List.of(),
                    Planting.found(bench.kontor, email).stream()
                            .filter(place -> !place.startsWith("bak_"))
                            .toList());
            assertEquals(
                    "PERSON_ERASED",
                    assertThrows(
                                    AppException.class,
                                    () -> bench.register(Drafts.person("A", "B").emails(email)))
                            .code());
        }
        assertEquals("2", bench.kontor.sql("select count(*) from customer where id in (" + other + ", " + again + ")"));
        assertTrue(bench.register(Drafts.business("Newer Ltd")) > latest, "no number of the list is given again");
        assertEquals(
                List.of(Outcome.NOBODY, Outcome.NOBODY, Outcome.ANOTHER, Outcome.NOBODY),
                repeat(kept).stream().map(ErasureRepeated::outcome).toList());
    }

    /** S4-104: what stands in the way is told; the list is sent again afterwards. */
    @Test
    void whatStandsInTheWayIsTold() {
        long id = bench.register(Drafts.business("Parent Ltd").parent());
        bench.register(Drafts.business("Child Ltd").childOf(id));
        bench.kontor.clock().advance(Duration.ofHours(1));
        List<ErasedNumbers> kept =
                List.of(new ErasedNumbers(bench.kontor.clock().instant(), List.of(id)));

        ErasureRepeated blocked = repeat(kept).get(0);
        assertEquals(Outcome.BLOCKED, blocked.outcome());
        assertTrue(blocked.message().contains("child accounts"), blocked.message());

        bench.kontor.sql("update customer set account_type = 'STANDARD', parent_id = null");
        assertEquals(Outcome.BEGUN, repeat(kept).get(0).outcome());
    }

    /** Nobody uses up the numbers of customers. */
    @Test
    void aListOfNumbersThatAreNoneIsRefused() {
        for (long wrong : List.of(0L, Long.MAX_VALUE)) {
            AppException refused = assertThrows(
                    AppException.class, () -> repeat(List.of(new ErasedNumbers(Instant.EPOCH, List.of(wrong)))));
            assertEquals(ErrorKind.INVALID, refused.kind());
        }
    }
}
