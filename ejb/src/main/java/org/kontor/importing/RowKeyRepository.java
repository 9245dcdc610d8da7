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

    void insert(long importId, Map<UUID, Long> keys) {
        if (keys.isEmpty()) {
            return;
        }
        BulkCopy copy = new BulkCopy("import_row_key", "key, customer_id, import_id");
        keys.forEach((key, customer) ->
                copy.text(key.toString()).number(customer).number(importId).endRow());
        Sql.copy(dataSource, copy);
    }
}
