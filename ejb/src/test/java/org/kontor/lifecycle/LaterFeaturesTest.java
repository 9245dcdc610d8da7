package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/**
 * What a feature that does not exist yet will store of customers is merged, given back, counted and erased by its declaration alone:
 * a contract with an amount, a plan with its instalments, and a paper to sign stand for it here.
 */
@OnPostgres
class LaterFeaturesTest {

    private static final String CONTENT = """
            select string_agg(t, ';' order by t) from (
                select 'contract ' || id || ' ' || amount || ' ' || currency || ' ' || next_on as t from planted_contract
                union all select 'plan ' || id || ' ' || total from planted_plan
                union all select 'instalment ' || id || ' ' || plan_id || ' ' || due_on || ' ' || amount from planted_instalment
                union all select 'paper ' || id || ' ' || title from planted_paper) x
            """;

    private static final String OWNERS = """
            select string_agg(noun || ':' || customer_id || ':' || n, ' ' order by noun, customer_id) from (
                select 'contract' as noun, customer_id, count(*) as n from planted_contract group by 2
                union all select 'paper', customer_id, count(*) from planted_paper group by 2
                union all select 'plan', customer_id, count(*) from planted_plan group by 2) x
            """;

    private final TestKontor kontor = new TestKontor();
    private final Customers customers = kontor.get(Customers.class);
    private final Merges merges = kontor.get(Merges.class);
    private long target;
    private long source;

    @BeforeEach
    void plant() {
        kontor.sql(
                "create table planted_contract (id bigint primary key, customer_id bigint not null references customer,"
                        + " amount numeric not null, currency text not null, next_on date not null)");
        kontor.sql("create table planted_plan (id bigint primary key, customer_id bigint not null references customer,"
                + " total numeric not null, currency text not null)");
        kontor.sql(
                "create table planted_instalment (id bigint primary key, plan_id bigint not null references planted_plan,"
                        + " due_on date not null, amount numeric not null)");
        kontor.sql("create table planted_paper (id bigint primary key, customer_id bigint not null references customer,"
                + " title text not null)");
        Ownership ownership = kontor.get(Ownership.class);
        List<HoldsOwned> holders = new ArrayList<>();
        ownership.holders.iterator().forEachRemaining(holders::add);
        holders.add(() -> List.of(
                OwnedTable.of("contract", "planted_contract", "customer_id")
                        .adding("amount", "currency")
                        .exported("id", "amount", "currency", "next_on"),
                OwnedTable.of("plan", "planted_plan", "customer_id").adding("total", "currency"),
                OwnedTable.through("instalment", "planted_instalment", "planted_plan", "id", "plan_id"),
                OwnedTable.of("paper", "planted_paper", "customer_id")));
        ownership.holders = instance(holders);
        target = make("Ada");
        source = make("Augusta");
        kontor.sql("insert into planted_contract values (1, " + target + ", 10, 'USD', '2026-01-31'), (2, " + source
                + ", 20.50, 'USD', '2026-02-28'), (3, " + source + ", 7, 'EUR', '2026-03-31')");
        kontor.sql("insert into planted_plan values (1, " + source + ", 300, 'USD')");
        kontor.sql("insert into planted_instalment values (1, 1, '2026-04-01', 150), (2, 1, '2026-05-01', 150)");
        kontor.sql("insert into planted_paper values (1, " + target + ", 'Terms'), (2, " + source + ", 'Terms')");
    }

    @AfterEach
    void close() {
        kontor.close();
    }

    private long make(String firstName) {
        return kontor.asSystem(() ->
                customers.register(Drafts.person(firstName, "Byron").draft()).id());
    }

    @SuppressWarnings("unchecked")
    private static Instance<HoldsOwned> instance(List<HoldsOwned> holders) {
        return (Instance<HoldsOwned>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, args) -> {
                    if (method.getName().equals("iterator")) {
                        return holders.iterator();
                    }
                    throw new IllegalStateException(method.toString());
                });
    }

    private static MergedRows rows(List<MergedRows> rows, String noun) {
        return rows.stream().filter(row -> row.noun().equals(noun)).findFirst().orElseThrow();
    }

    private void assertOwners(String expected) {
        assertEquals(
                expected.replace("T", Long.toString(target)).replace("S", Long.toString(source)), kontor.sql(OWNERS));
    }

    @Test
    void aMergeMovesThemAsTheyAreAndItsUndoGivesThemBack() {
        String content = kontor.sql(CONTENT);

        MergeView merge = kontor.asSystem(() -> merges.merge(new MergeDraft(target, List.of(source))));

        assertOwners("contract:T:3 paper:T:2 plan:T:1");
        assertEquals(content, kontor.sql(CONTENT), "dates and amounts stay");
        MergedRows contracts = rows(merge.rows(), "contract");
        assertEquals(List.of(1L, 2L, 3L), List.of(contracts.ofTarget(), contracts.ofSources(), contracts.after()));
        assertEquals(
                Set.of("USD 30.50 30.50", "EUR 7 7"),
                new TreeSet<>(contracts.sums().stream()
                        .map(sum -> sum.currency() + " " + sum.before() + " " + sum.after())
                        .toList()));
        assertEquals(contracts.checksumBefore(), contracts.checksumAfter());

        assertEquals(List.of(), kontor.asSystem(() -> merges.undo(merge.id(), false)));
        assertOwners("contract:T:1 contract:S:2 paper:T:1 paper:S:1 plan:S:1");
        assertEquals(content, kontor.sql(CONTENT));
    }

    /** A row that is lost on the way rolls the whole merge back: nobody has to think of that in the feature. */
    @Test
    void aMergeThatLosesOneOfThemDoesNotHappen() {
        kontor.sql("create function planted_loss() returns trigger language plpgsql as"
                + " 'begin delete from planted_contract where id = 3; return new; end'");
        kontor.sql(
                "create trigger planted_loss after update on planted_paper for each row execute function planted_loss()");

        assertThrows(
                RuntimeException.class,
                () -> kontor.asSystem(() -> merges.merge(new MergeDraft(target, List.of(source)))));

        assertOwners("contract:T:1 contract:S:2 paper:T:1 paper:S:1 plan:S:1");
    }

    @Test
    void theyAreCountedAndRemovedWithTheCustomer() {
        OwnedRemoval removal = kontor.get(OwnedRemoval.class);
        Map<String, Long> counts = new HashMap<>();
        removal.counts(source).forEach((table, count) -> counts.put(table.noun(), count));
        assertEquals(
                List.of(2L, 1L, 2L, 1L),
                List.of(counts.get("contract"), counts.get("plan"), counts.get("instalment"), counts.get("paper")));

        kontor.asSystem(() -> {
            removal.remove(source);
            return true;
        });

        assertOwners("contract:T:1 paper:T:1");
        assertEquals("0", kontor.sql("select count(*) from planted_instalment"));
    }
}
