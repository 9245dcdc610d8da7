package org.kontor.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.customer.CustomerQuery.Sort;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** Every list and search reads a bounded part of an index, as the planner sees it with 20,000 customers. */
@OnPostgres
class SearchPlanTest {

    private static final int ROWS = 20_000;
    private static TestKontor kontor;

    @BeforeAll
    static void start() {
        kontor = new TestKontor();
        List<CustomerRules.Checked> customers = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            customers.add(Drafts.person("First" + i % 100, "Last" + i % 997)
                    .emails("mail" + i + "@frequent.example")
                    .accountNumber("A-" + i)
                    .checked());
        }
        kontor.asSystem(() -> kontor.get(CustomerBulk.class).create(customers, 1));
        kontor.sql(
                "update customer set last_contacted_at = timestamptz '2026-11-21 09:30:00Z' - make_interval(mins => (id % 7000)::int)"
                        + " where id % 3 = 0");
        kontor.sql("insert into customer_open_sum select id, 1, currency, 1, id % 5000, false, true from customer");
        kontor.sql("vacuum analyze");
    }

    @AfterAll
    static void stop() {
        kontor.close();
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void aListWalksTheIndexOfItsOrder(Sort sort) throws SQLException {
        for (Optional<List<String>> after : List.of(Optional.<List<String>>empty(), Optional.of(position(sort)))) {
            String plan = plan(new CustomerSelection(query("", Set.of(), sort), List.of(), "", after).walk(51));

            assertFalse(plan.contains("Seq Scan"), plan);
            assertFalse(plan.contains("Sort"), plan);
        }
    }

    @ParameterizedTest
    @EnumSource(CustomerStatus.class)
    void aStateThatFewOrManyHaveIsARangeOfTheStatusIndex(CustomerStatus status) throws SQLException {
        String plan = plan(CustomerSelection.of(query("", Set.of(status), Sort.NAME), "", Optional.empty())
                .walk(51));

        assertTrue(plan.contains("customer_status_idx"), plan);
        assertFalse(plan.contains("Seq Scan"), plan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"last996", "first7 last42", "mail19999", "a-12345", "zz", "first7 x"})
    void aSearchOfRareWordsUsesTheTrigramIndex(String text) throws SQLException {
        String plan = plan(CustomerSelection.of(query(text, Set.of(), Sort.NAME), "", Optional.empty())
                .searchAll(51));

        assertTrue(plan.contains("customer_search_idx"), plan);
        assertFalse(plan.contains("Seq Scan"), plan);
    }

    @Test
    void aSearchOfFrequentWordsLooksThroughABoundedPieceOfTheOrder() throws SQLException {
        String plan = plan(CustomerSelection.of(query("frequent", Set.of(), Sort.NAME), "", Optional.empty())
                .searchWithin(2_000, 51));

        assertTrue(plan.contains("customer_name_idx"), plan);
        assertFalse(plan.contains("Sort"), plan);
    }

    @Test
    void whatManyOweIsLookedForInABoundedPieceOfTheOrderAndWhatFewOweByItsIndex() throws SQLException {
        CustomerQuery large = query("", Set.of(), Sort.NAME)
                .with(new CustomerQuery.Standing(
                        new CustomerQuery.Range(Optional.of(new BigDecimal("4990")), Optional.empty()),
                        CustomerQuery.Range.ANY,
                        Set.of(),
                        Set.of(),
                        Set.of()));
        CustomerSelection selection = kontor.asSystem(() -> CustomerSelection.of(large, "", Optional.empty()));
        String many = plan(selection.searchWithin(2_000, 51));
        String few = plan(selection.sorted(51));

        assertTrue(many.contains("customer_name_idx"), many);
        assertFalse(many.contains("Seq Scan on customer"), many);
        assertTrue(few.contains("customer_open_sum_amount_idx"), few);
        assertFalse(few.contains("Seq Scan on customer"), few);
    }

    @Test
    void bothWaysOfSearchingGiveTheSame() throws SQLException {
        CustomerSelection selection = CustomerSelection.of(query("first7", Set.of(), Sort.NAME), "", Optional.empty());

        assertEquals(ids(selection.searchWithin(ROWS, 100)), ids(selection.searchAll(100)));
        assertEquals(100, ids(selection.searchAll(100)).size());
    }

    private static List<String> position(Sort sort) {
        return switch (sort) {
            case NAME -> List.of("first5 last5", "7");
            case ACCOUNT_NUMBER -> List.of("A-5", "7");
            case STATUS -> List.of("PENDING", "RESIDENTIAL", "first5 last5", "7");
            case CREATED, UPDATED, CONTACTED -> List.of("2026-11-21T09:30:00Z", "7");
            case ID -> List.of("7");
        };
    }

    private static CustomerQuery query(String text, Set<CustomerStatus> statuses, Sort sort) {
        return new CustomerQuery(text, statuses, Optional.empty(), Optional.empty(), Optional.of(false), sort, false);
    }

    private static String plan(CustomerSelection.Statement statement) throws SQLException {
        return String.join("\n", run("explain " + statement.sql(), statement.parameters()));
    }

    private static List<String> ids(CustomerSelection.Statement statement) throws SQLException {
        return run(statement.sql(), statement.parameters());
    }

    private static List<String> run(String sql, List<String> parameters) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = kontor.dataSource().getConnection();
                PreparedStatement prepared = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                prepared.setString(i + 1, parameters.get(i));
            }
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
        }
        return lines;
    }
}
