package org.kontor.importing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.BulkCopy;
import org.kontor.shared.Sql;

/** What imports posted. */
@ApplicationScoped
public class LedgerImportRepository {

    /** Postings of an import that moved something of these customers. */
    private static final String OF = """
            select p.posting_id from import_posting p
            where p.import_id = ? and exists (
                select from item_movement m where m.posting_id = p.posting_id and m.customer_id = any(?::bigint[]))
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** Notes what an import posted. */
    void add(long importId, Collection<Long> postings) {
        BulkCopy rows = new BulkCopy("import_posting", "posting_id, import_id");
        postings.forEach(posting -> rows.number(posting).number(importId).endRow());
        Sql.copy(dataSource, rows);
    }

    /** All postings of an import. */
    List<Long> of(long importId) {
        return Sql.many(
                dataSource,
                "select posting_id from import_posting where import_id = ?",
                Sql.of(importId),
                row -> row.getLong(1));
    }

    /** Those that moved something of these customers. */
    List<Long> of(long importId, Collection<Long> customers) {
        return Sql.many(dataSource, OF, Sql.of(importId, customers.toArray(Long[]::new)), row -> row.getLong(1));
    }
}
