package org.kontor.database;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Tells whether the database can be worked with now. Needs no permission: the answer is yes or no. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DatabaseHealth {

    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    SchemaMigrator migrator;

    /** Whether the schema is migrated and the database answers within two seconds. */
    public boolean isReady() {
        try (Connection connection = dataSource.getConnection()) {
            return migrator.isMigrated() && connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
