package org.kontor.receivable;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** Documents are found by their number in an index, also by a plan that was made before the number was known. */
@OnPostgres
class NumberPlanTest {

    @Test
    void aNumberIsLookedUpInTheIndex() throws SQLException {
        try (TestKontor kontor = new TestKontor()) {
            LedgerDesk desk = new LedgerDesk(kontor);
            long customer = desk.customer("Many");
            for (int i = 0; i < 200; i++) {
                desk.invoice(customer, "2026-01-15", "10.00");
            }
            kontor.sql("analyze");
            for (String query : List.of(NumberRanges.TAKEN, IntakeRepository.CUSTOMERS)) {
                String plan = plan(kontor, query);
                assertTrue(plan.contains("invoice_number_idx"), plan);
                assertFalse(plan.contains("Seq Scan on invoice"), plan);
            }
            assertTrue(plan(kontor, IntakeRepository.CUSTOMERS).contains("open_item_opening_idx"));
        }
    }

    private static String plan(TestKontor kontor, String query) throws SQLException {
        String prepared = query;
        int places = 0;
        while (prepared.contains("?")) {
            places++;
            prepared = prepared.replaceFirst("\\?", "\\$" + places);
        }
        try (Connection connection = kontor.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            // The tables are small: that a scan of them would be cheap is not the question.
            statement.execute("set enable_seqscan = off");
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("prepare q as " + prepared);
            ResultSet rows = statement.executeQuery("explain execute q(" + "null, ".repeat(places - 1) + "null)");
            StringBuilder plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            statement.execute("discard all");
            return plan.toString();
        }
    }
}
