package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.ErasureObstacle;
import org.kontor.shared.HoldsBackErasure;
import org.kontor.shared.Sql;

/**
 * A customer whose money settled something of another one, or the other way round, is not erased: the ledger of the other one would
 * no longer add up.
 */
@ApplicationScoped
class SharedPostings implements HoldsBackErasure {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Override
    public List<ErasureObstacle> obstacles(long customerId) {
        return Sql.many(
                dataSource,
                "select distinct o.customer_id from item_movement m join item_movement o on o.posting_id = m.posting_id"
                        + " and o.customer_id <> m.customer_id where m.customer_id = ? order by 1 limit 1",
                Sql.of(customerId),
                row -> new ErasureObstacle(
                        "LEDGER_SHARED",
                        "Merge or archive instead: payments of this customer and of customer " + row.getLong(1)
                                + " settled each other’s invoices, and the other ledger must stay."));
    }
}
