package org.kontor.document;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.kontor.customer.Address;
import org.kontor.customer.CustomerGate;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Names and addresses of customers, for paper. */
@ApplicationScoped
class Addressees {

    private static final String FIND = """
            select c.id, c.display_name, c.account_number, c.address_line1, c.address_line2, c.address_city, c.address_state,
                   c.address_postal_code, c.address_country, e.id, e.name, e.time_zone
            from customer c join company_entity e on e.id = c.entity_id where c.id = ?
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    CustomerGate gate;

    /**
     * A customer.
     *
     * @throws org.kontor.shared.AppException {@link org.kontor.shared.ErrorKind#ABSENT} for one that is not there for the caller
     */
    Addressee find(long customerId) {
        gate.name(customerId);
        return Sql.one(
                        dataSource,
                        FIND,
                        Sql.of(customerId),
                        row -> new Addressee(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                new Address(
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7),
                                        row.getString(8),
                                        row.getString(9)),
                                row.getLong(10),
                                row.getString(11),
                                ZoneId.of(row.getString(12))))
                .orElseThrow(() -> CustomerGate.absent(customerId));
    }
}
