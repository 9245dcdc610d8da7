package org.kontor.lifecycle;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** What the database says of its own tables. */
@ApplicationScoped
class Catalogue {

    private static final String REFERENCES = """
            select c.conrelid::regclass::text, a.attname, c.confrelid::regclass::text, k.attname from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            join pg_attribute k on k.attrelid = c.confrelid and k.attnum = c.confkey[1]
            where c.contype = 'f' and c.connamespace = 'public'::regnamespace order by 1, 2
            """;

    private static final String COLUMNS = """
            select attname from pg_attribute
            where attrelid = to_regclass(?) and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
            """;

    private static final String KEY = """
            select a.attname from pg_index i
            join unnest(i.indkey) with ordinality k(attnum, n) on true
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
            where i.indisprimary and i.indrelid = to_regclass(?) order by k.n
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * A foreign key of one column.
     *
     * @param table the table that has it
     * @param column the column
     * @param other the table that it refers to
     * @param key column of that table
     */
    record Reference(String table, String column, String other, String key) {}

    /** All foreign keys, in order of their tables and columns. */
    List<Reference> references() {
        return Sql.many(
                dataSource,
                REFERENCES,
                Sql.of(),
                row -> new Reference(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    /** The columns of a table that are written, in order; none when there is no such table. */
    List<String> columns(String table) {
        return Sql.many(dataSource, COLUMNS, Sql.of(table), row -> row.getString(1));
    }

    /** The columns of its primary key. */
    List<String> key(String table) {
        return Sql.many(dataSource, KEY, Sql.of(table), row -> row.getString(1));
    }
}
