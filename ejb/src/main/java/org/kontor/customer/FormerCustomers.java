package org.kontor.customer;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Ids of customers who were merged into others: they lead to the customer that stayed, for ever (S4-126). */
@Stateless
public class FormerCustomers {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    CustomerScope scope;

    /** The customer that stayed; empty for an id that was never merged, and for a customer that the caller does not see. */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<Long> now(long formerId) {
        return Sql.one(
                        dataSource,
                        "select customer_id from former_customer where id = ?",
                        Sql.of(formerId),
                        row -> row.getLong(1))
                .filter(scope::sees);
    }

    /** Those of the ids that were merged, and who they are now. */
    @Requires(Permission.READ_CUSTOMER)
    public Map<Long, Long> among(Collection<Long> ids) {
        Map<Long, Long> found = new HashMap<>();
        Sql.many(
                dataSource,
                "select id, customer_id from former_customer where id = any(?)",
                Sql.of((Object) ids.toArray(Long[]::new)),
                row -> found.put(row.getLong(1), row.getLong(2)));
        return found;
    }
}
