package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.CustomerErased;
import org.kontor.shared.CustomersRemoved;
import org.kontor.shared.Sql;

/** The ledger of a customer goes with them (S4-93, S4-95): the one way to take something out of it. */
@ApplicationScoped
class LedgerErasure {

    private static final String SUMS = "delete from customer_open_sum where customer_id = any(?)";

    private static final List<String> STATEMENTS = List.of(
            "delete from posting where id in (select posting_id from item_movement where customer_id = any(?))",
            "delete from open_item where customer_id = any(?)",
            "delete from invoice where customer_id = any(?)",
            SUMS);

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    void on(@Observes CustomersRemoved removed) {
        Long[] customers = removed.ids().toArray(Long[]::new);
        Sql.erasing(
                dataSource, () -> STATEMENTS.forEach(sql -> Sql.execute(dataSource, sql, Sql.of((Object) customers))));
    }

    /** What was taken off the sums when the items went. */
    void on(@Observes CustomerErased erased) {
        Sql.execute(dataSource, SUMS, Sql.of((Object) erased.ids().toArray(Long[]::new)));
    }
}
