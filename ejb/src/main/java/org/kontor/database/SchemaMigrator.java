package org.kontor.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings the schema to this version before anything else uses it. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigrator {

    private static final Logger LOG = System.getLogger(SchemaMigrator.class.getName());

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    private boolean migrated;

    /** Migrates at start; a failure stops the start. */
    @PostConstruct
    void start() {
        MigrateResult result = migrate(dataSource);
        migrated = true;
        LOG.log(
                Level.INFO,
                "Database schema at version {0}, {1} migrations applied now",
                result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion,
                result.migrationsExecuted);
    }

    /** Whether the schema is the one this version was built for. */
    public boolean isMigrated() {
        return migrated;
    }

    /**
     * Migrates a database.
     *
     * @throws IllegalStateException with one line that an operator can act on, when the database cannot be reached, or its
     *     schema is newer than this version or was changed by hand
     */
    public static MigrateResult migrate(DataSource dataSource) {
        try {
            return Flyway.configure(SchemaMigrator.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations("classpath:db/migration")
                    // Flyway would let migrations pass that it does not know: a newer schema must stop the start.
                    .ignoreMigrationPatterns("")
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayValidateException e) {
            throw new IllegalStateException(
                    "The database schema does not belong to this version of Kontor: it is newer, or was changed by hand."
                            + " Install the version that wrote it, or restore a backup. Details: " + oneLine(e),
                    e);
        } catch (FlywayException e) {
            throw new IllegalStateException(
                    "The database cannot be reached or migrated. Check kontor.db.url, kontor.db.user and"
                            + " kontor.db.password, and that PostgreSQL is running. Details: " + oneLine(e),
                    e);
        }
    }

    private static String oneLine(Exception e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
    }
}
