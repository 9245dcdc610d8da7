package org.kontor.contact;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Ids of contacts who became one with another in a merge: they lead to the one that stayed, for ever (S4-115, S4-126). */
@Stateless
public class FormerContacts {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    CustomerScope scope;

    /** The contact that stayed; empty for an id that never went, and for a contact of a customer whom the caller does not see. */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<Long> now(long formerId) {
        record Stays(long id, long customerId) {}
        return Sql.one(
                        dataSource,
                        "select c.id, c.customer_id from former_contact f join contact c on c.id = f.contact_id where f.id = ?",
                        Sql.of(formerId),
                        row -> new Stays(row.getLong(1), row.getLong(2)))
                .filter(stays -> scope.sees(stays.customerId()))
                .map(Stays::id);
    }
}
