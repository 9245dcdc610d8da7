package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerRules;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.shared.AppException;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** Merges of many customers, of customers with many rows, and at the same time. */
@OnPostgres
class MergeScaleTest {

    /** {@code -Dkontor.merge.rows=25000} measures what is promised. */
    private static final int ROWS = Integer.getInteger("kontor.merge.rows", 500);

    private static final int PROMISED = 25_000;

    private final TestKontor kontor = new TestKontor();
    private final Merges merges = kontor.get(Merges.class);

    @AfterEach
    void close() {
        kontor.close();
    }

    private long make(Drafts draft) {
        return kontor.asSystem(
                () -> kontor.get(Customers.class).register(draft.draft()).id());
    }

    /** A thousand sources are one transaction, and are there again afterwards. */
    @Test
    void aThousandBecomeOne() {
        long target = make(Drafts.person("Ada", "Byron"));
        List<CustomerRules.Checked> drafts = IntStream.range(0, 1_000)
                .mapToObj(i -> Drafts.person("Ada", "Byron").emails("a" + i % 30 + "@example.org"))
                .map(Drafts::checked)
                .toList();
        List<Long> sources =
                kontor.asSystem(() -> kontor.get(CustomerBulk.class).create(drafts, 1));

        MergeView merge = kontor.asSystem(() -> merges.merge(new MergeDraft(target, sources)));

        assertEquals("30", kontor.sql("select count(*) from customer_email where customer_id = " + target));
        // The contact that the target came with has the first address: it is one with those of the sources that have
        // it, too.
        assertEquals("30", kontor.sql("select count(*) from contact where customer_id = " + target));
        assertEquals("1", kontor.sql("select count(*) from customer"));
        assertEquals("1000", kontor.sql("select count(*) from former_customer where customer_id = " + target));
        kontor.asSystem(() -> merges.undo(merge.id(), false));
        assertEquals("1001", kontor.sql("select count(*) from customer"));
        assertEquals("1001", kontor.sql("select count(*) from contact where is_primary"));
    }

    /** Of two merges that want the same customer one comes first, and the other is told (S4-111). */
    @Test
    void ofTwoAtTheSameTimeOneIsTold() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                long one = make(Drafts.person("Ada", "Byron"));
                long two = make(Drafts.person("Ada", "Byron"));
                long contested = make(Drafts.person("Ada", "Byron"));
                CyclicBarrier start = new CyclicBarrier(2);
                List<Callable<String>> work = List.of(
                        () -> attempt(start, new MergeDraft(one, List.of(contested))),
                        () -> attempt(start, new MergeDraft(two, List.of(contested, one))));
                List<String> ends = both.invokeAll(work).stream()
                        .map(MergeScaleTest::end)
                        .sorted()
                        .toList();
                assertEquals(List.of("ALREADY_MERGED", "merged"), ends);
            }
        } finally {
            both.shutdown();
        }
    }

    private String attempt(CyclicBarrier start, MergeDraft draft) throws Exception {
        start.await();
        try {
            kontor.asSystem(() -> merges.merge(draft));
            return "merged";
        } catch (AppException e) {
            return e.code();
        }
    }

    private static String end(Future<String> attempt) {
        try {
            return attempt.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A customer with {@value #PROMISED} rows in each of four tables is merged in less than three times what the updates alone take. */
    @Test
    void manyRowsCostLittleMoreThanTheirUpdates() {
        long target = make(Drafts.business("Acme"));
        long source = make(Drafts.business("Acme Two"));
        long spare = make(Drafts.business("Spare"));
        long rival = make(Drafts.business("Rival"));
        Stream.of(source, spare).forEach(this::fill);
        kontor.sql("vacuum analyze");

        long plain = System.nanoTime();
        kontor.asSystem(() -> {
            kontor.sql("set local kontor.merging = 'on'");
            for (String table : List.of("note", "timeline_entry", "journal_entry", "telephone_service")) {
                kontor.sql("update " + table + " set customer_id = " + rival + " where customer_id = " + spare);
            }
            return 0;
        });
        plain = System.nanoTime() - plain;
        long whole = System.nanoTime();
        MergeView merge = kontor.asSystem(() -> merges.merge(new MergeDraft(target, List.of(source))));
        whole = System.nanoTime() - whole;

        System.out.printf(
                "merge of %,d rows: %d ms, the updates alone %d ms, %.2f times%n",
                4 * ROWS, whole / 1_000_000, plain / 1_000_000, (double) whole / plain);
        assertEquals(
                ROWS,
                merge.rows().stream()
                        .filter(rows -> rows.noun().equals("note"))
                        .findFirst()
                        .orElseThrow()
                        .after());
        assertTrue(ROWS < PROMISED || whole < 3 * plain, whole + " against " + plain);
    }

    private void fill(long customer) {
        String many = " from generate_series(1, " + ROWS + ") n";
        kontor.sql("insert into note (customer_id, text, internal, created_at, created_by) select " + customer
                + ", 'Called about the invoice ' || n, true, now(), 'x'" + many);
        kontor.sql("insert into timeline_entry (customer_id, at, actor, kind, changes, details) select " + customer
                + ", now(), 'x', 'note.created', '{}', jsonb_build_object('n', n)" + many);
        kontor.sql("insert into telephone_service (customer_id, number, name, created_at, created_by) select "
                + customer + ", '+4930' || n, '', now(), 'x'" + many);
        kontor.sql(
                "insert into journal_entry (version, created_at, created_by, updated_at, updated_by, customer_id, happened_at,"
                        + " action_id, topic, text) select 1, now(), 'x', now(), 'x', " + customer
                        + ", now(), (select min(id) from"
                        + " system_table_entry where table_name = 'JOURNAL_ACTION_TYPES'), 'SERVICE', 'called'" + many);
    }
}
