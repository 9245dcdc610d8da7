package org.kontor.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
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

    /** The tests of parameters alone are settled when the statement is planned, so that what is left uses its index. */
    private static final String LINES = """
            select id, at, kind, actor, address, subject from access_event
            where id < ? and at >= ? and at < ? and (? or kind = any(?) or noun = any(?)) and (? or actor = ?)
            order by id desc limit ?
            """;

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** Lines with an id below {@code before}, newest first. */
    List<AuditEntry> entries(AuditQuery query, long before, int limit) {
        List<AuditEntry> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LINES)) {
            Array kinds = connection.createArrayOf("text", query.kinds().toArray());
            statement.setLong(1, before);
            statement.setObject(2, query.from().orElse(FIRST).atOffset(ZoneOffset.UTC));
            statement.setObject(3, query.to().orElse(LAST).atOffset(ZoneOffset.UTC));
            statement.setBoolean(4, query.kinds().isEmpty());
            statement.setArray(5, kinds);
            statement.setArray(6, kinds);
            statement.setBoolean(7, query.actor().isEmpty());
            statement.setString(8, query.actor());
            statement.setInt(9, limit);
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
