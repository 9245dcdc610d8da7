package org.kontor.wallet;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** What a vault names is found in an index, also by a plan that was made before the name was known. */
@OnPostgres
class NoticePlanTest {

    @Test
    void whatAVaultNamesIsLookedUpInAnIndex() throws SQLException {
        try (TestKontor kontor = new TestKontor()) {
            // As many as it takes for an index to be worth it.
            kontor.sql(
                    "insert into connection (id, version, created_at, created_by, updated_at, updated_by, connector, name, enabled)"
                            + " values (1, 1, now(), 'x', now(), 'x', 'x', 'Vault', true)");
            long customer = kontor.asSystem(() -> kontor.get(Customers.class)
                            .register(Drafts.business("Acme").draft()))
                    .id();
            kontor.sql(
                    "insert into payment_method (created_at, created_by, updated_at, updated_by, customer_id, connection_id,"
                            + " shopper_id, method_id, type, brand, last_digits, expires) select now(), 'x', now(), 'x', "
                            + customer
                            + ", 1, 's' || n, 'card', 'CARD', 'VISA', '1111', '2028-07' from generate_series(1, 1000) n");
            kontor.sql(
                    "insert into payment_authorisation (method_id, reference, amount, at, actor) select id, 'r' || id, '', now(), 'x'"
                            + " from payment_method");
            kontor.sql(
                    "insert into external_id (system, value, kind, customer_id) select 'books' || n % 9, 'v' || n, 'k', "
                            + customer + " from generate_series(1, 1000) n");
            kontor.sql("analyze");
            String customers = plan(kontor, VaultNoticeRepository.CUSTOMERS);
            for (String index : List.of(
                    "payment_method_shopper_idx", "payment_authorisation_reference_idx", "external_id_value_idx")) {
                assertTrue(customers.contains(index), customers);
            }
            assertFalse(customers.contains("Seq Scan on payment_authorisation"), customers);
            assertFalse(customers.contains("Seq Scan on external_id"), customers);
            String underWay = plan(kontor, VaultNoticeRepository.UNDER_WAY);
            assertTrue(underWay.contains("payment_authorisation_reference_idx"), underWay);
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
