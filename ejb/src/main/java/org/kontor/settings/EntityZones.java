package org.kontor.settings;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Time zones of company entities: they say what day it is, and in which time pages show what happened. Needs no permission. */
@ApplicationScoped
public class EntityZones {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** The zone of a company entity; of the first one when none is named, or there is none with this id. */
    public ZoneId of(Optional<Long> entityId) {
        return Sql.one(
                        dataSource,
                        "select time_zone from company_entity order by id = coalesce(?::bigint, 0) desc, id limit 1",
                        Sql.of(entityId.orElse(null)),
                        row -> ZoneId.of(row.getString(1)))
                .orElseThrow();
    }
}
