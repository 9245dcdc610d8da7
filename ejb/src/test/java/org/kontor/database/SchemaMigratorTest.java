package org.kontor.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestDatabase;
import org.kontor.testing.TestKontor;
import org.postgresql.ds.PGSimpleDataSource;

@OnPostgres
class SchemaMigratorTest {

    @Test
    void migratesAnEmptyDatabaseAndASecondStartChangesNothing() {
        DataSource database = TestDatabase.empty().dataSource();

        assertTrue(SchemaMigrator.migrate(database).migrationsExecuted > 0);
        assertEquals(0, SchemaMigrator.migrate(database).migrationsExecuted);
    }

    @Test
    void refusesASchemaThatIsNewerThanThisVersion() throws SQLException {
        DataSource database = TestDatabase.migrated().dataSource();
        execute(
                database,
                "insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) values (999, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, true)");

        var refusal = assertThrows(IllegalStateException.class, () -> SchemaMigrator.migrate(database));

        assertTrue(refusal.getMessage().startsWith("The database schema does not belong to this version"));
        assertFalse(refusal.getMessage().contains("\n"));
    }

    @Test
    void refusesASchemaWhoseMigrationsWereEdited() throws SQLException {
        DataSource database = TestDatabase.migrated().dataSource();
        execute(database, "update flyway_schema_history set checksum = 1 where version = '1'");

        var refusal = assertThrows(IllegalStateException.class, () -> SchemaMigrator.migrate(database));

        assertTrue(refusal.getMessage().startsWith("The database schema does not belong to this version"));
    }

    @Test
    void saysWhichSettingsToCheckWhenTheDatabaseCannotBeReached() {
        var nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://localhost:1/kontor");

        var refusal = assertThrows(IllegalStateException.class, () -> SchemaMigrator.migrate(nowhere));

        assertTrue(refusal.getMessage().contains("kontor.db.url"));
        assertFalse(refusal.getMessage().contains("\n"));
    }

    @Test
    void thereIsOneCompanyEntityToStartWith() {
        try (var kontor = new TestKontor()) {
            assertEquals("1", kontor.sql("select count(*) from company_entity"));
        }
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
