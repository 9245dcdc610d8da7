package org.kontor.customer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.CustomerErased;
import org.kontor.shared.Sql;

/** Searches that were kept and name somebody who was erased go with them: batches that are over, and saved views. */
@ApplicationScoped
class ErasedQueries {

    private static final List<String> STATEMENTS = List.of(
            "delete from customer_batch b using (select lower(unnest(?::text[])) as trace) t"
                    + " where b.state not in ('PENDING', 'RUNNING') and strpos(lower(b.query || ' ' || b.value), t.trace) > 0",
            "delete from saved_view v using (select lower(unnest(?::text[])) as trace) t"
                    + " where strpos(lower(v.parameters::text || ' ' || v.name), t.trace) > 0");

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    void on(@Observes CustomerErased erased) {
        String[] traces = erased.traces().toArray(String[]::new);
        STATEMENTS.forEach(sql -> Sql.execute(dataSource, sql, Sql.of((Object) traces)));
    }
}
