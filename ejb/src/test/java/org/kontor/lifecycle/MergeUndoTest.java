package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.customer.BillMethod;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.medical.MedicalConditions;
import org.kontor.note.Notes;
import org.kontor.receivable.LedgerDesk;
import org.kontor.shared.AppException;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** A merge can be taken back. */
@OnPostgres
class MergeUndoTest {

    private final TestKontor kontor = new TestKontor();
    private final Customers customers = kontor.get(Customers.class);
    private final Merges merges = kontor.get(Merges.class);

    @AfterEach
    void close() {
        kontor.close();
    }

    private MergeView merge(long target, List<Long> sources) {
        return kontor.asSystem(() -> merges.merge(new MergeDraft(target, sources)));
    }

    private List<UndoConflict> undo(long merge) {
        return kontor.asSystem(() -> merges.undo(merge, false));
    }

    /** S0-21: the e-mail rule of the bill method. */
    @Test
    void theEmailRuleHoldsAfterAMergeAndAfterItsUndo() {
        Drafts printed = Drafts.person("Ada", "Byron");
        Drafts mailed = Drafts.person("Ada", "Byron").emails("b@example.org").billMethod(BillMethod.EMAIL);
        List<Long> people = kontor.asSystem(() -> List.of(
                customers.register(printed.draft()).id(),
                customers.register(mailed.draft()).id()));
        for (List<Long> order : List.of(people, List.of(people.get(1), people.get(0)))) {
            MergeView merged = merge(order.get(0), order.subList(1, 2));
            assertEquals(List.of("b@example.org"), see(order.get(0)).emails());
            assertEquals(List.of(), undo(merged.id()));
            assertEquals(BillMethod.PRINT, see(people.get(0)).billMethod());
            assertEquals(List.of(), see(people.get(0)).emails());
            assertEquals(BillMethod.EMAIL, see(people.get(1)).billMethod());
            assertEquals(List.of("b@example.org"), see(people.get(1)).emails());
        }
    }

    private CustomerView see(long id) {
        return kontor.asSystem(() -> customers.find(id).orElseThrow());
    }

    /** Merges of merges among customers with rows everywhere, taken back in any order that is possible: nothing is different. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void mergeThenUndoChangesNothing(long seed) {
        mergeAndTakeBack(seed, 9, 3);
    }

    /** S4-107, X-30: the same on a whole database; {@code -Dkontor.merge.customers=10000} makes it a large one, and tells its times. */
    @Test
    void aWholeDatabaseIsTheSameAfterwards() {
        mergeAndTakeBack(7, Integer.getInteger("kontor.merge.customers", 12), 40);
    }

    private void mergeAndTakeBack(long seed, int customers, int mostSources) {
        Random random = new Random(seed);
        long began = System.nanoTime();
        Households made = new Households(kontor, seed);
        List<Long> people = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            people.add(made.person(i));
        }
        people.add(made.united());
        made.plant();
        kontor.sql("analyze");
        long filled = System.nanoTime();
        Map<String, Long> counts = made.counts(kontor.get(Ownership.class));
        TreeMap<String, String> before = made.hashes();
        long last = made.lastHistory();
        String histories = made.histories(last);
        Map<Long, String> medical = medical(people);

        List<Long> left = new ArrayList<>(people);
        List<MergeView> made1 = new ArrayList<>();
        while (left.size() > 2) {
            long target = left.remove(random.nextInt(left.size()));
            List<Long> sources = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(mostSources) && !left.isEmpty(); i++) {
                sources.add(left.remove(random.nextInt(left.size())));
            }
            left.add(target);
            made1.add(merge(target, sources));
        }
        int all = made1.size();
        long merged = System.nanoTime();
        int refused = 0;
        while (!made1.isEmpty()) {
            MergeView next = made1.get(random.nextInt(made1.size()));
            try {
                assertEquals(List.of(), undo(next.id()));
                made1.remove(next);
            } catch (AppException e) {
                assertEquals("UNDO_LATER_FIRST", e.code());
                refused++;
                assertTrue(refused < 1000 * customers, "none can be taken back");
            }
        }

        long undone = System.nanoTime();
        System.out.printf(
                "%,d customers made in %d s, with %,d rows in all %d kinds of theirs; %,d merges in %d s; taken back in %d s,"
                        + " with %,d refused for a later one; %d tables compared%n",
                customers,
                seconds(began, filled),
                counts.values().stream().mapToLong(Long::longValue).sum(),
                counts.size(),
                all,
                seconds(filled, merged),
                seconds(merged, undone),
                refused,
                before.size());

        assertEquals(before, made.hashes());
        assertEquals(histories, made.histories(last));
        assertEquals(medical, medical(people));
        assertTrue(new LedgerDesk(kontor).proof().holds());
        // Not for want of rows.
        assertEquals(
                List.of(),
                counts.entrySet().stream()
                        .filter(each -> each.getValue() == 0)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static long seconds(long from, long to) {
        return (to - from) / 1_000_000_000;
    }

    private Map<Long, String> medical(List<Long> people) {
        Map<Long, String> answers = new TreeMap<>();
        people.forEach(id -> answers.put(
                id,
                kontor.asSystem(() -> kontor.get(MedicalConditions.class).ofCustomer(id))
                        .toString()));
        return answers;
    }

    private long make(Drafts draft) {
        return kontor.asSystem(() -> customers.register(draft.draft()).id());
    }

    /** What came to the target since stays there, and keeps nobody from taking the merge back. */
    @Test
    void whatCameLaterStays() {
        long target = make(Drafts.person("Ada", "Byron").emails("ada@example.org"));
        long source =
                make(Drafts.person("Ada", "Lovelace").emails("b@example.org").website("https://b.example"));
        MergeView merge = merge(target, List.of(source));
        kontor.asSystem(() -> kontor.get(Notes.class).add(target, "later", false));
        kontor.asSystem(() -> customers.mark(target, draft -> draft.withTags(List.of("vip"))));

        assertEquals(List.of(), undo(merge.id()));

        CustomerView one = kontor.asSystem(() -> customers.find(target).orElseThrow());
        assertEquals(List.of("ada@example.org"), one.emails());
        assertEquals("", one.website());
        assertEquals(List.of("vip"), one.tags());
        CustomerView other = kontor.asSystem(() -> customers.find(source).orElseThrow());
        assertEquals("https://b.example", other.website());
        assertEquals(List.of("b@example.org"), other.emails());
        assertEquals(
                1,
                kontor.asSystem(() -> kontor.get(Notes.class).ofCustomer(target, new PageRequest(9, Optional.empty())))
                        .items()
                        .size());
    }

    /** What was changed since is listed and stays, and only then is the merge taken back. */
    @Test
    void conflictsAreListedAndKept() {
        long target = make(Drafts.person("Ada", "Byron"));
        long source =
                make(Drafts.person("Ada", "Byron").website("https://b.example").accountNumber("7"));
        MergeView merge = merge(target, List.of(source));
        kontor.sql("update customer set website = 'https://new.example', account_number = '' where id = " + target);
        long taker = make(Drafts.business("Taker").accountNumber("7"));

        List<UndoConflict> conflicts = kontor.asSystem(() -> merges.previewUndo(merge.id()));

        assertTrue(conflicts.contains(new UndoConflict("customer", "website", "https://new.example", "")));
        assertEquals(
                "CHANGED_SINCE",
                assertThrows(AppException.class, () -> undo(merge.id())).code());
        assertEquals("1", kontor.sql("select count(*) from former_customer"));
        kontor.asSystem(() -> merges.undo(merge.id(), true));
        assertEquals("https://new.example", kontor.sql("select website from customer where id = " + target));
        assertEquals("https://b.example", kontor.sql("select website from customer where id = " + source));
        assertEquals("", kontor.sql("select account_number from customer where id = " + source));
        assertEquals("7", kontor.sql("select account_number from customer where id = " + taker));
        assertEquals(
                "ALREADY_UNDONE",
                assertThrows(AppException.class, () -> undo(merge.id())).code());
    }
}
