package org.kontor.customer;

import java.sql.Connection;
import java.sql.SQLException;
import org.kontor.shared.BulkCopy;

/** Rows of the lists of customers, to be written by COPY. */
final class ListRows {

    private final BulkCopy emails = new BulkCopy("customer_email", "customer_id, position, address");
    private final BulkCopy phones = new BulkCopy("customer_phone", "customer_id, position, type, number");
    private final BulkCopy externalIds = new BulkCopy("external_id", "system, value, kind, customer_id");

    void add(long id, CustomerLists lists) {
        for (int p = 0; p < lists.emails().size(); p++) {
            emails.number(id).number(p).text(lists.emails().get(p)).endRow();
        }
        for (int p = 0; p < lists.phones().size(); p++) {
            Phone phone = lists.phones().get(p);
            phones.number(id)
                    .number(p)
                    .text(phone.type().name())
                    .text(phone.number())
                    .endRow();
        }
        for (ExternalId other : lists.externalIds()) {
            externalIds
                    .text(other.system())
                    .text(other.value())
                    .text(other.kind())
                    .number(id)
                    .endRow();
        }
    }

    void write(Connection connection) throws SQLException {
        emails.write(connection);
        phones.write(connection);
        externalIds.write(connection);
    }
}
