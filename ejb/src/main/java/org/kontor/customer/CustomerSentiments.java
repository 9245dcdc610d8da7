package org.kontor.customer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Reads the sentiments that are stored beside customers. */
@ApplicationScoped
public class CustomerSentiments {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** The sentiment of each of these customers that has one. */
    public Map<Long, Sentiment> of(Collection<Long> customerIds) {
        Map<Long, Sentiment> sentiments = new HashMap<>();
        Sql.many(
                dataSource,
                "select customer_id, score, label, tickets from customer_sentiment where customer_id = any(?)",
                Sql.of((Object) customerIds.toArray(new Long[0])),
                row -> sentiments.put(
                        row.getLong(1),
                        new Sentiment(row.getDouble(2), Sentiment.Label.valueOf(row.getString(3)), row.getInt(4))));
        return sentiments;
    }
}
