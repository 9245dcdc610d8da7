package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import javax.sql.DataSource;
import org.kontor.access.Caller;
import org.kontor.database.DatabaseDefinition;
import org.kontor.jobs.JobRun;
import org.kontor.jobs.RecurringJob;
import org.kontor.shared.Sql;

/**
 * Adds up what is kept of the ledger by day and by customer, a row for each key: each change put a row of its own beside those that were there. No sum
 * changes by it, whoever reads or posts meanwhile.
 */
@ApplicationScoped
public class LedgerSumJob implements RecurringJob {

    // Only rows whose key is there more than once, or comes to nothing, are touched.
    private static final String ITEMS = """
            with gone as (
                delete from open_item_sum where (entity_id, currency, direction, due_date) in (
                    select entity_id, currency, direction, due_date from open_item_sum group by 1, 2, 3, 4
                    having count(*) > 1 or (sum(items) = 0 and sum(amount) = 0))
                returning *)
            insert into open_item_sum
            select entity_id, currency, direction, due_date, sum(items), sum(amount) from gone group by 1, 2, 3, 4
            having sum(items) <> 0 or sum(amount) <> 0
            """;

    private static final String MOVEMENTS = """
            with gone as (
                delete from item_movement_sum where (entity_id, currency, direction, sale, effective_date, due_date) in (
                    select entity_id, currency, direction, sale, effective_date, due_date from item_movement_sum
                    group by 1, 2, 3, 4, 5, 6 having count(*) > 1 or sum(amount) = 0)
                returning *)
            insert into item_movement_sum
            select entity_id, currency, direction, sale, effective_date, due_date, sum(amount) from gone
            group by 1, 2, 3, 4, 5, 6 having sum(amount) <> 0
            """;

    private static final String CUSTOMERS = """
            with gone as (
                delete from customer_open_sum where (customer_id, currency) in (
                    select customer_id, currency from customer_open_sum where fresh and not alone)
                returning *)
            insert into customer_open_sum (customer_id, entity_id, currency, items, amount, fresh, alone)
            select customer_id, entity_id, currency, sum(items), sum(amount), false,
                   count(*) over (partition by customer_id, currency) = 1
            from gone group by 1, 2, 3 having sum(items) <> 0 or sum(amount) <> 0
            """;

    /** One at a time: what another one added up at the same moment would not be seen. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('ledger-sum', 0))";

    private static final String INVOICES = """
            with gone as (
                delete from invoice_day_sum where (entity_id, currency, day) in (
                    select entity_id, currency, day from invoice_day_sum group by 1, 2, 3 having count(*) > 1
                    or (sum(issued) = 0 and sum(unpaid) = 0 and sum(paid_items) = 0 and sum(paid) = 0 and sum(late) = 0))
                returning *)
            insert into invoice_day_sum
            select entity_id, currency, day, sum(issued), sum(unpaid), sum(paid_items), sum(paid), sum(late) from gone group by 1, 2, 3
            having sum(issued) <> 0 or sum(unpaid) <> 0 or sum(paid_items) <> 0 or sum(paid) <> 0 or sum(late) <> 0
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Override
    public String kind() {
        return "ledger-sum";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(JobRun run) throws Exception {
        run.inTransaction(Caller.SYSTEM, () -> {
            Sql.many(dataSource, ALONE, Sql.of(), row -> 1);
            Sql.execute(dataSource, ITEMS, Sql.of());
            Sql.execute(dataSource, MOVEMENTS, Sql.of());
            Sql.execute(dataSource, CUSTOMERS, Sql.of());
            Sql.execute(dataSource, INVOICES, Sql.of());
            return null;
        });
    }
}
