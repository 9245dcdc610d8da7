package org.kontor.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

@OnPostgres
class TimelineTest {

    private static TestKontor kontor;
    private static Timeline timeline;
    private static long customer;

    @BeforeAll
    static void start() {
        kontor = new TestKontor();
        timeline = kontor.get(Timeline.class);
        customer = kontor.asSystem(() -> kontor.get(Customers.class)
                .register(Drafts.business("Acme").draft())
                .id());
        kontor.asSystem(() -> {
            kontor.get(TimelineWriter.class)
                    .on(new DomainEvent(
                            "thing.happened",
                            customer,
                            Map.of("field", new Change("", "quote \" back \\ line\n tab\t €")),
                            Map.of("fact", "ünï")));
            return 0;
        });
    }

    @AfterAll
    static void stop() {
        kontor.close();
    }

    @Test
    void anEntryNamesTheActorAndIsReadBackAsItWasWritten_S4_28() {
        TimelineEntry entry =
                page(Set.of("thing.happened"), 10, Optional.empty()).items().get(0);

        assertEquals("system", entry.actor());
        assertEquals(kontor.clock().instant(), entry.at());
        assertEquals(Map.of("field", new Change("", "quote \" back \\ line\n tab\t €")), entry.changes());
        assertEquals(Map.of("fact", "ünï"), entry.details());
    }

    @Test
    void newestComeFirstPieceByPiece_S4_27() {
        Page<TimelineEntry> first = page(Set.of(), 1, Optional.empty());
        Page<TimelineEntry> second = page(Set.of(), 1, first.nextCursor());

        assertEquals("thing.happened", first.items().get(0).kind());
        assertEquals("customer.created", second.items().get(0).kind());
        assertEquals(Optional.empty(), second.nextCursor());
    }

    @Test
    void aNounStandsForAllOfItsKinds_S4_27() {
        assertEquals(
                List.of("customer.created"),
                page(Set.of("customer"), 10, Optional.empty()).items().stream()
                        .map(TimelineEntry::kind)
                        .toList());
        assertEquals(
                2,
                page(Set.of("customer", "thing.happened"), 10, Optional.empty())
                        .items()
                        .size());
        assertEquals(List.of("customer", "thing"), kontor.asSystem(() -> timeline.nouns(customer)));
    }

    @Test
    void anUnknownCustomerIsAbsent() {
        AppException refusal = assertThrows(
                AppException.class,
                () -> kontor.asSystem(() -> timeline.ofCustomer(4711, Set.of(), PageRequest.first())));

        assertEquals(ErrorKind.ABSENT, refusal.kind());
        assertEquals(
                List.of(), page(Set.of("never.happened"), 10, Optional.empty()).items());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update timeline_entry set actor = 'somebody else'",
                "delete from timeline_entry",
                "truncate timeline_entry",
                "set local kontor.erasing = 'on'; update timeline_entry set actor = 'x'"
            })
    void historyIsNotRewritten_S4_28(String sql) {
        var refusal = assertThrows(IllegalStateException.class, () -> kontor.asSystem(() -> kontor.sql(sql)));

        assertTrue(refusal.getCause().getMessage().contains("append-only"));
    }

    @Test
    void erasureRemovesEntriesWhenItSaysSo() {
        long other = kontor.asSystem(() -> kontor.get(Customers.class)
                .register(Drafts.business("To be erased").draft())
                .id());

        kontor.asSystem(() ->
                kontor.sql("set local kontor.erasing = 'on'; delete from timeline_entry where customer_id = " + other));

        assertEquals("0", kontor.sql("select count(*) from timeline_entry where customer_id = " + other));
    }

    private static Page<TimelineEntry> page(Set<String> kinds, int limit, Optional<String> cursor) {
        return kontor.asSystem(() -> timeline.ofCustomer(customer, kinds, new PageRequest(limit, cursor)));
    }
}
