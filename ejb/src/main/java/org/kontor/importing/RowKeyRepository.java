package org.kontor.importing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.BulkCopy;
import org.kontor.shared.Sql;

/** Which rows were imported ever. */
@ApplicationScoped
public class RowKeyRepository {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    Set<UUID> imported(Collection<UUID> keys) {
        return new HashSet<>(Sql.many(
                dataSource,
                "select key from import_row_key where key = any (?)",
                s -> s.setArray(1, s.getConnection().createArrayOf("uuid", keys.toArray())),
                r -> r.getObject(1, UUID.class)));
    }

    /**
     * Notes which customer each row went into.
     *
     * @param keys customer by key of the row
     * @param idOf ids of new customers by what stands for them in {@code keys}
     */
    void insert(long importId, Map<UUID, Long> keys, Map<Long, Long> idOf) {
        if (keys.isEmpty()) {
            return;
        }
        BulkCopy copy = new BulkCopy("import_row_key", "key, customer_id, import_id, created");
        keys.forEach((key, customer) -> copy.text(key.toString())
                .number(idOf.getOrDefault(customer, customer))
                .number(importId)
                .flag(idOf.containsKey(customer))
                .endRow());
        Sql.copy(dataSource, copy);
    }
}
