package org.kontor.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;

/** Reads lines of the audit log. */
@ApplicationScoped
class AuditRepository {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** Lines with an id below {@code before}, newest first. Only what is asked for is in the SQL, so that its index is used. */
    List<AuditEntry> entries(AuditQuery query, long before, int limit) {
        String sql =
                "select id, at, kind, actor, address, subject from access_event where id < ? and at >= ? and at < ?"
                        + (query.kinds().isEmpty() ? "" : " and (kind = any(?) or noun = any(?))")
                        + (query.actor().isEmpty() ? "" : " and actor = ?")
                        + " order by id desc limit " + limit;
        List<AuditEntry> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, before);
            statement.setObject(2, query.from().orElse(FIRST).atOffset(ZoneOffset.UTC));
            statement.setObject(3, query.to().orElse(LAST).atOffset(ZoneOffset.UTC));
            int next = 4;
            if (!query.kinds().isEmpty()) {
                statement.setArray(
                        next++, connection.createArrayOf("text", query.kinds().toArray()));
                statement.setArray(
                        next++, connection.createArrayOf("text", query.kinds().toArray()));
            }
            if (!query.actor().isEmpty()) {
                statement.setString(next, query.actor());
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new AuditEntry(
                            rows.getLong(1),
                            rows.getObject(2, OffsetDateTime.class).toInstant(),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getString(6)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The audit log could not be read", e);
        }
        return found;
    }
}
