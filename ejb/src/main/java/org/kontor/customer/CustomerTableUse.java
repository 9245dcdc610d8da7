package org.kontor.customer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldUse;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTableUse;

/** Tells how often customers use what is configured. */
abstract class CustomerTableUse {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    long count(String sql, Object parameter) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Counting customers failed", e);
        }
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

    /** Custom fields. */
    @ApplicationScoped
    static class Values extends CustomerTableUse implements CustomFieldUse {

        @Override
        public CustomFieldOwner owner() {
            return CustomFieldOwner.CUSTOMER;
        }

        @Override
        public long uses(String key) {
            return count("select count(*) from customer where custom_values <> '{}' and custom_values ?? ?", key);
        }
    }
}
