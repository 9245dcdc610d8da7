package org.kontor.testing;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.persistence.jpa.JpaHelper;

/**
 * A migrated database and the persistence unit on it. Both are dear to make (300 files, 0.2 s), so a test gives them back,
 * and the next one takes them as they were when they were new.
 */
final class TestUnit {

    /** How many relations and columns there are, of those that outlive a session. */
    private static final String SHAPE = "select count(*) from pg_class c"
            + " join pg_attribute a on a.attrelid = c.oid and not attisdropped where relpersistence <> 't'";

    /** A database that has grown beyond this, or has columns of its own, is dropped: later tests would be slower or fail. */
    private static final String AS_NEW =
            "pg_database_size(current_database()) < 40000000 and (" + SHAPE + ") = (select shape from seed.made)";

    /** Names of the columns that can be written. */
    private static final String COLUMNS = """
            (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
             where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '')""";

    private static final String OWN_TABLES =
            "from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'";

    private static final Queue<TestUnit> FREE = new ConcurrentLinkedQueue<>();

    final TransactionalDataSource dataSource;
    final EntityManagerFactory entityManagers;
    private final TestDatabase database;
    /** Kept: PostgreSQL has planned what it does there, for each of hundreds of tables. */
    private final Connection cleaning;

    private TestUnit() {
        database = TestDatabase.migrated();
        cleaning = database.session();
        dataSource = new TransactionalDataSource(database.dataSource());
        entityManagers = Persistence.createEntityManagerFactory(
                "kontor",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource", dataSource,
                        "jakarta.persistence.jtaDataSource", "",
                        // The context of an SE unit is by name; each database needs one of its own.
                        "eclipselink.session-name", "test-" + database.name(),
                        "eclipselink.logging.level", "WARNING"));
        rememberRows();
    }

    /** One that nobody uses, as new. */
    static TestUnit take() {
        return Optional.ofNullable(FREE.poll()).orElseGet(TestUnit::new);
    }

    /** Makes it as new, for the next test. */
    void giveBack() {
        database.forgetSessions();
        try (Statement statement = cleaning.createStatement()) {
            statement.execute("select kontor_test_reset()");
            statement.execute("select setval(name::regclass, value, used) from seed.numbers");
            JpaHelper.getServerSession(entityManagers).getSequencingControl().initializePreallocated();
            try (var rows = statement.executeQuery("select " + AS_NEW)) {
                rows.next();
                if (rows.getBoolean(1)) {
                    FREE.add(this);
                    return;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        entityManagers.close();
        database.drop();
    }

    private void rememberRows() {
        String sql = """
                create schema seed;
                do $$ declare t record; body text := ''; rows boolean;
                begin
                  for t in select c.oid, relname, %s as columns %s loop
                    execute format('create table seed.%%I as select %%s from public.%%I', t.relname, t.columns, t.relname);
                    body := body || format('if exists (select from public.%%1$I) then delete from public.%%1$I; end if; ', t.relname);
                    execute format('select exists (select from seed.%%I)', t.relname) into rows;
                    if rows then
                      body := body || format('insert into public.%%1$I (%%2$s) overriding system value select * from seed.%%1$I; ',
                        t.relname, t.columns);
                    end if;
                  end loop;
                  execute 'create function kontor_test_reset() returns void language plpgsql as $f$ declare t record; begin ' || body
                    || 'for t in select relname %3$s and not exists (select from pg_class s where s.relname = c.relname'
                    || ' and s.relnamespace = ''seed''::regnamespace) loop'
                    || ' execute format(''drop table public.%%I cascade'', t.relname); end loop; end $f$';
                end $$;
                create table seed.numbers as
                  select format('public.%%I', sequencename) as name, coalesce(last_value, start_value) as value,
                         last_value is not null as used
                  from pg_sequences where schemaname = 'public';
                create table seed.made (shape bigint);
                insert into seed.made %4$s;
                """.formatted(COLUMNS, OWN_TABLES, OWN_TABLES.replace("'", "''"), SHAPE);
        try (Statement statement = cleaning.createStatement()) {
            statement.execute(sql);
            // Neither foreign keys nor the triggers that keep history from being changed are asked.
            statement.execute("set session_replication_role = replica");
            statement.execute("set application_name = 'cleaning'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
