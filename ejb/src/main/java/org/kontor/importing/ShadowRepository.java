package org.kontor.importing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.kontor.customer.CustomerDraft;
import org.kontor.database.DatabaseDefinition;
import org.kontor.importing.ChunkPlan.Planned;
import org.kontor.shared.BulkCopy;
import org.kontor.shared.RecordJson;
import org.kontor.shared.Sql;

/** Stores what a dry run would have written, as far as later rows need it. */
@ApplicationScoped
public class ShadowRepository {

    private static final String HOLDERS = """
            select k.hash, k.customer_id from import_shadow_key k
            where k.import_id = ? and k.hash = any(?) and not exists (
                select from import_shadow s
                where s.import_id = k.import_id and s.customer_id = k.customer_id and s.revision > k.revision)
            order by 2
            """;

    private static final String WRITE = """
            insert into import_shadow (import_id, customer_id, revision, draft)
            select ?, id, ?, draft::jsonb from unnest(?::bigint[], ?::text[]) as w(id, draft)
            on conflict (import_id, customer_id) do update set revision = excluded.revision, draft = excluded.draft
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** Customers that have a key now, by the hash of the key. */
    Map<Long, List<Long>> holders(long importId, Collection<Long> hashes) {
        Map<Long, List<Long>> holders = new HashMap<>();
        Sql.many(
                        dataSource,
                        HOLDERS,
                        s -> {
                            s.setLong(1, importId);
                            s.setArray(2, s.getConnection().createArrayOf("bigint", hashes.toArray()));
                        },
                        r -> new long[] {r.getLong(1), r.getLong(2)})
                .forEach(pair -> holders.computeIfAbsent(pair[0], hash -> new ArrayList<>(1))
                        .add(pair[1]));
        return holders;
    }

    /** Customers that the dry run would have created or changed, as they would be. */
    Map<Long, CustomerDraft> drafts(long importId, Collection<Long> customers) {
        Map<Long, CustomerDraft> drafts = new HashMap<>();
        Sql.many(
                        dataSource,
                        "select customer_id, draft from import_shadow where import_id = ? and customer_id = any(?)",
                        s -> {
                            s.setLong(1, importId);
                            s.setArray(2, s.getConnection().createArrayOf("bigint", customers.toArray()));
                        },
                        r -> Map.entry(r.getLong(1), RecordJson.read(CustomerDraft.class, r.getString(2))))
                .forEach(entry -> drafts.put(entry.getKey(), entry.getValue()));
        return drafts;
    }

    /**
     * Writes what a chunk would have left.
     *
     * @param revision grows from chunk to chunk; keys of an earlier revision of a customer no longer count
     * @param withDrafts whether later rows can change the customers
     */
    void write(long importId, long revision, Collection<UUID> rows, List<Planned> customers, boolean withDrafts) {
        BulkCopy keys = new BulkCopy("import_shadow_key", "import_id, hash, customer_id, revision");
        for (UUID row : rows) {
            keys.number(importId)
                    .number(row.getMostSignificantBits())
                    .number(0)
                    .number(revision)
                    .endRow();
        }
        for (Planned customer : customers) {
            for (MatchKey key : MatchKey.held(customer.customer().draft())) {
                keys.number(importId)
                        .number(key.hash())
                        .number(customer.id())
                        .number(revision)
                        .endRow();
            }
        }
        Sql.copy(dataSource, keys);
        if (withDrafts && !customers.isEmpty()) {
            Sql.execute(dataSource, WRITE, s -> {
                s.setLong(1, importId);
                s.setLong(2, revision);
                s.setArray(
                        3,
                        s.getConnection()
                                .createArrayOf(
                                        "bigint",
                                        customers.stream().map(Planned::id).toArray()));
                s.setArray(
                        4,
                        s.getConnection()
                                .createArrayOf(
                                        "text",
                                        customers.stream()
                                                .map(c -> RecordJson.write(
                                                        c.customer().draft()))
                                                .toArray()));
            });
        }
    }

    /** Forgets a dry run. */
    void clear(long importId) {
        Sql.execute(dataSource, "delete from import_shadow_key where import_id = ?", s -> s.setLong(1, importId));
        Sql.execute(dataSource, "delete from import_shadow where import_id = ?", s -> s.setLong(1, importId));
    }
}
