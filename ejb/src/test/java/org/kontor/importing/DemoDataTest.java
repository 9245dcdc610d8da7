package org.kontor.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.kontor.testing.OnPostgres;

@OnPostgres
class DemoDataTest {

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
}
