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

    /** Postings of an import that moved something of these customers, and those that moved an item that one of them moved. */
    private static final String CONNECTED = """
            with recursive hit (posting_id) as (
                select p.posting_id from import_posting p
                where p.import_id = ? and exists (
                    select from item_movement m where m.posting_id = p.posting_id and m.customer_id = any(?::bigint[]))
                union
                select p.posting_id
                from hit h
                    join item_movement m on m.posting_id = h.posting_id
                    join item_movement n on n.item_id = m.item_id
                    join import_posting p on p.posting_id = n.posting_id
                where p.import_id = ?)
            select posting_id from hit order by posting_id
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** Notes what an import posted. */
    void add(long importId, Collection<Long> postings) {
        BulkCopy rows = new BulkCopy("import_posting", "posting_id, import_id");
        postings.forEach(posting -> rows.number(posting).number(importId).endRow());
        Sql.copy(dataSource, rows);
    }

    /** What an import posted for these customers, with all of its that is linked to it. */
    List<Long> connected(long importId, Collection<Long> customers) {
        return Sql.many(
                dataSource,
                CONNECTED,
                Sql.of(importId, customers.toArray(Long[]::new), importId),
                row -> row.getLong(1));
    }

    /** Notes that of these nothing is left to be taken back. */
    void forget(Collection<Long> postings) {
        Sql.execute(dataSource, "delete from import_posting where posting_id = any(?::bigint[])", Sql.of((Object)
                postings.toArray(Long[]::new)));
    }

    /** Whether an import brought made-up data, which came in no file. */
    boolean madeUp(long importId) {
        return Sql.one(
                        dataSource,
                        "select 1 from import_run where id = ? and sha256 = repeat('0', 64)",
                        Sql.of(importId),
                        row -> 1)
                .isPresent();
    }

    /** Which of these customers have something in the ledger. */
    List<Long> withHistory(Collection<Long> customers) {
        return Sql.many(
                dataSource,
                "select distinct customer_id from open_item where customer_id = any(?::bigint[])",
                Sql.of((Object) customers.toArray(Long[]::new)),
                row -> row.getLong(1));
    }
}
