package org.kontor.customer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTableUse;
import org.kontor.shared.Sql;

/** Tells how often customers use what is configured. */
abstract class CustomerTableUse {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    long count(String sql, Object parameter) {
        return Sql.one(dataSource, sql, Sql.of(parameter), row -> row.getLong(1))
                .orElseThrow();
    }

    /** Tags. */
    @ApplicationScoped
    static class Tags extends CustomerTableUse implements SystemTableUse {

        @Override
        public SystemTable table() {
            return SystemTable.TAGS;
        }

        @Override
        public long uses(long entryId) {
            return count("select count(*) from customer_tag where tag_id = ?", entryId);
        }
    }

    /** Flags. */
    @ApplicationScoped
    static class Flags extends CustomerTableUse implements SystemTableUse {

        @Override
        public SystemTable table() {
            return SystemTable.FLAG_TYPES;
        }

        @Override
        public long uses(long entryId) {
            return count("select count(*) from customer_flag where type_id = ?", entryId);
        }
    }
}
