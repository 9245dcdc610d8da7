package org.kontor.portal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Files that visitors began to upload, whatever became of them. */
@ApplicationScoped
class UploadRepository {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    void note(long accessId, Instant at) {
        Sql.execute(dataSource, "insert into portal_upload (access_id, at) values (?, ?)", Sql.of(accessId, at));
    }

    /** How many of all contacts of a customer. */
    int since(long customerId, Instant since) {
        return Sql.one(
                        dataSource,
                        "select count(*) from portal_upload u join portal_access a on a.id = u.access_id"
                                + " join contact c on c.id = a.contact_id where c.customer_id = ? and u.at > ?",
                        Sql.of(customerId, since),
                        row -> row.getInt(1))
                .orElse(0);
    }

    void forget(Instant before) {
        Sql.execute(dataSource, "delete from portal_upload where at <= ?", Sql.of(before));
    }
}
