package org.kontor.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.CustomerErased;
import org.kontor.shared.Sql;

/** Answers that are kept for repetition of a request and tell of somebody who was erased are forgotten at once. */
@ApplicationScoped
class ErasedAnswers {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    void on(@Observes CustomerErased erased) {
        String ids = erased.ids().stream().map(String::valueOf).collect(Collectors.joining("|", "(", ")"));
        Sql.execute(
                dataSource,
                "delete from idempotency_key k where k.status <> 0 and (k.headers ~ ? or k.body ~ ? or exists ("
                        + "select 1 from unnest(?::text[]) trace where strpos(lower(k.body), lower(trace)) > 0))",
                Sql.of(
                        "/customers/" + ids + "(\\D|$)",
                        "\"customerId\":" + ids + "\\D",
                        erased.traces().toArray(String[]::new)));
    }
}
