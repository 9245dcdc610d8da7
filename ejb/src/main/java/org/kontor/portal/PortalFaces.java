package org.kontor.portal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Names of company entities, for people who have no permission. */
@ApplicationScoped
class PortalFaces {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    String name(long entityId) {
        return Sql.one(
                        dataSource,
                        "select name from company_entity where id = ?",
                        Sql.of(entityId),
                        row -> row.getString(1))
                .orElse("");
    }
}
