package org.kontor.portal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.receivable.PaymentWay;
import org.kontor.shared.Sql;

/** Ways to pay in the database. */
@ApplicationScoped
class PaymentWayRepository {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    List<PaymentWay> of(long customerId) {
        return Sql.many(
                        dataSource,
                        "select way from payment_way where customer_id = ?",
                        Sql.of(customerId),
                        row -> PaymentWay.valueOf(row.getString(1)))
                .stream()
                .sorted()
                .toList();
    }

    void replace(long customerId, Collection<PaymentWay> ways) {
        Sql.execute(dataSource, "delete from payment_way where customer_id = ?", Sql.of(customerId));
        Sql.execute(
                dataSource,
                "insert into payment_way (customer_id, way) select ?, unnest(?::text[])",
                Sql.of(customerId, ways.stream().map(Enum::name).toArray(String[]::new)));
    }
}
