package org.kontor.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One statement at a time on the connection of the running transaction. What the database refuses is a fault of ours. */
public final class Sql {

    private Sql() {}

    /** Sets parameters. */
    public interface Parameters {
        /** Sets them on the statement, from index 1 on. */
        void set(PreparedStatement statement) throws SQLException;
    }

    /** Reads one row. */
    public interface Reader<T> {
        /** The row as a value; the result set is not moved. */
        T read(ResultSet row) throws SQLException;
    }

    /** Parameters by position; null is SQL's null. Instants become {@code timestamptz}. */
    public static Parameters of(@Nullable Object... values) {
        return statement -> {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(
                        i + 1,
                        values[i] instanceof Instant at ? OffsetDateTime.ofInstant(at, ZoneOffset.UTC) : values[i]);
            }
        };
    }

    /** The instant in a column that is never null. */
    public static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Runs a statement; returns how many rows it wrote. */
    public static int execute(DataSource dataSource, String sql, Parameters parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Writing failed: " + sql, e);
        }
    }

    /**
     * Lets the running transaction remove rows that are otherwise kept for good, while {@code removal} runs: the database refuses it
     * elsewhere. When it fails the transaction is rolled back, and the leave with it.
     */
    public static void erasing(DataSource dataSource, Runnable removal) {
        execute(dataSource, "set local kontor.erasing = 'on'", of());
        removal.run();
        execute(dataSource, "set local kontor.erasing = 'off'", of());
    }

    /** Runs a query, or a statement that returns rows. */
    public static <T> List<T> many(DataSource dataSource, String sql, Parameters parameters, Reader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(reader.read(rows));
                }
                return result;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Reading failed: " + sql, e);
        }
    }

    /** Writes rows by COPY. */
    public static void copy(DataSource dataSource, BulkCopy rows) {
        try (Connection connection = dataSource.getConnection()) {
            rows.write(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Writing many rows failed", e);
        }
    }

    /** As {@link #many}, the first row alone. */
    public static <T> Optional<T> one(DataSource dataSource, String sql, Parameters parameters, Reader<T> reader) {
        return many(dataSource, sql, parameters, reader).stream().findFirst();
    }
}
