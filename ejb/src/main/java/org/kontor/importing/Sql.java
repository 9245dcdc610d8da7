package org.kontor.importing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.shared.BulkCopy;

/** One statement at a time on the connection of the running transaction. */
final class Sql {

    private Sql() {}

    /** Sets parameters. */
    interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    /** Reads one row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static int execute(DataSource dataSource, String sql, Parameters parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Writing an import failed", e);
        }
    }

    static <T> List<T> many(DataSource dataSource, String sql, Parameters parameters, Reader<T> reader) {
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
            throw new IllegalStateException("Reading an import failed", e);
        }
    }

    static void copy(DataSource dataSource, BulkCopy rows) {
        try (Connection connection = dataSource.getConnection()) {
            rows.write(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Writing an import failed", e);
        }
    }

    static <T> Optional<T> one(DataSource dataSource, String sql, Parameters parameters, Reader<T> reader) {
        return many(dataSource, sql, parameters, reader).stream().findFirst();
    }
}
