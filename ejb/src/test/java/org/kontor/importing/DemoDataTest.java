package org.kontor.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.Permission;
import org.kontor.testing.OnPostgres;

@OnPostgres
class DemoDataTest {

    private static final Caller POSTS = new Caller(
            ImportBench.ANNA.userId(),
            ImportBench.ANNA.login(),
            Stream.concat(
                            ImportBench.ANNA.permissions().stream(),
                            Stream.of(Permission.WRITE_RECEIVABLE.wireName(), Permission.READ_RECEIVABLE.wireName()))
                    .collect(Collectors.toSet()));

    @Test
    void demoCustomersComeInOnceEvenAfterTheyWereEdited() {
        try (ImportBench bench = new ImportBench()) {
            DemoData demo = bench.kontor.get(DemoData.class);
            int all = DemoData.PEOPLE + DemoData.COMPANIES;

            ImportView first = bench.kontor.as(ImportBench.ANNA, demo::load);
            assertEquals(all, first.created());
            assertEquals(all, bench.count("customer"));
            assertEquals(all, Long.parseLong(bench.kontor.sql("select count(distinct display_name) from customer")));

            bench.kontor.sql("update customer set first_name = 'Edited', account_number = ''");
            ImportView again = bench.kontor.as(ImportBench.ANNA, demo::load);
            assertEquals(0, again.created());
            assertEquals(all, again.skipped());
            assertEquals(all, bench.count("customer"));
        }
    }

    @Test
    void aYearOfInvoicesComesAlongAndGoesWithTheUndo() {
        try (ImportBench bench = new ImportBench()) {
            ImportView demo = bench.kontor.as(
                    POSTS, () -> bench.kontor.get(DemoData.class).load());
            assertTrue(bench.count("invoice") > 100);
            assertTrue(
                    number(
                                    bench,
                                    "select count(distinct (current_date - due_date + 360) / 30) from open_item"
                                            + " where open_amount > 0 and due_date < current_date")
                            > 3,
                    "past due in few buckets");
            assertTrue(number(bench, "select count(*) from open_item where direction = 1 and open_amount = 0") > 50);
            assertTrue(number(bench, "select count(*) from open_item where direction = 1 and open_amount > 0") > 20);
            assertTrue(
                    number(bench, "select count(*) from open_item where open_amount > 0 and open_amount < amount") > 3);

            bench.kontor.as(POSTS, () -> bench.kontor.get(ImportFollowUp.class).undo(demo.id()));
            bench.workUndo(demo.id(), 1000);
            assertEquals(0, bench.count("customer"));
            assertEquals(0, bench.count("open_item"));
        }
    }

    /** A caller who may import and nothing of the ledger gets the customers alone. */
    @Test
    void withoutTheRightToPostThereAreNoInvoices() {
        try (ImportBench bench = new ImportBench()) {
            bench.kontor.as(
                    ImportBench.ANNA, () -> bench.kontor.get(DemoData.class).load());
            assertTrue(bench.count("customer") > 0);
            assertEquals(0, bench.count("invoice"));
        }
    }

    private static long number(ImportBench bench, String sql) {
        return Long.parseLong(bench.kontor.sql(sql));
    }
}
