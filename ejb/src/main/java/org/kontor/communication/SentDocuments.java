package org.kontor.communication;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Which invoices and credit memos somebody got, for services of other features, which check their own permissions. */
@ApplicationScoped
public class SentDocuments {

    // Whoever may have got it counts: what waits will be sent.
    private static final String AMONG = """
            select distinct f.reference_id from message_file f join message m on m.id = f.message_id
            where f.reference_id = any(?::bigint[]) and f.kind in ('INVOICE', 'CREDIT_MEMO')
                and m.direction = 'OUT' and m.state <> 'FAILED'
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** Those of these documents that were sent, may have been sent or are about to be. */
    public Set<Long> among(Collection<Long> documents) {
        return new TreeSet<>(
                Sql.many(dataSource, AMONG, Sql.of((Object) documents.toArray(Long[]::new)), row -> row.getLong(1)));
    }
}
