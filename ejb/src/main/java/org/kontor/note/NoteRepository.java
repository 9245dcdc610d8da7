package org.kontor.note;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.BulkCopy;
import org.kontor.shared.CustomersRemoved;

/** Notes are written once and never changed: plain rows, no entities. */
@ApplicationScoped
class NoteRepository {

    private static final String COLUMNS = "id, customer_id, text, internal, created_at, created_by";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** Writes one note; empty when there is no such customer. */
    Optional<NoteView> add(long customerId, String text, boolean internal, Instant at, String by) {
        String sql = "insert into note (customer_id, text, internal, created_at, created_by)"
                + " select id, ?, ?, ?, ? from customer where id = ? returning " + COLUMNS;
        return query(sql, text, internal, OffsetDateTime.ofInstant(at, ZoneOffset.UTC), by, customerId).stream()
                .findFirst();
    }

    void addAll(List<NewNote> notes, boolean internal, Instant at, String by) {
        BulkCopy rows = new BulkCopy("note", "customer_id, text, internal, created_at, created_by");
        for (NewNote note : notes) {
            rows.number(note.customerId())
                    .text(note.text())
                    .flag(internal)
                    .instant(at)
                    .text(by)
                    .endRow();
        }
        try (Connection connection = dataSource.getConnection()) {
            rows.write(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Writing notes failed", e);
        }
    }

    /** Notes go with their customer when its creation is undone. */
    void on(@Observes CustomersRemoved removed) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("delete from note where customer_id = any(?)")) {
            statement.setArray(
                    1, connection.createArrayOf("bigint", removed.ids().toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Notes of removed customers could not be removed", e);
        }
    }

    /** Notes with an id below {@code before}, newest first. */
    List<NoteView> ofCustomer(long customerId, long before, int limit) {
        String sql = "select " + COLUMNS + " from note where customer_id = ? and id < ? order by id desc limit ?";
        return query(sql, customerId, before, limit);
    }

    boolean customerExists(long customerId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select 1 from customer where id = ?")) {
            statement.setLong(1, customerId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Reading a customer failed", e);
        }
    }

    private List<NoteView> query(String sql, Object... parameters) {
        List<NoteView> notes = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    notes.add(new NoteView(
                            rows.getLong(1),
                            rows.getLong(2),
                            rows.getString(3),
                            rows.getBoolean(4),
                            rows.getObject(5, OffsetDateTime.class).toInstant(),
                            rows.getString(6)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Notes could not be read or written", e);
        }
        return notes;
    }
}
