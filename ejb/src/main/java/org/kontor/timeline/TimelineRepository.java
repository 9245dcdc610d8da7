package org.kontor.timeline;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.Sql;

/** Reads entries. */
@ApplicationScoped
class TimelineRepository {

    private static final JsonProvider JSON = JsonProvider.provider();

    private static final String ENTRIES = """
            select id, customer_id, at, actor, kind, changes, details from timeline_entry
            where customer_id = ? and id < ? and (? or kind = any(?) or split_part(kind, '.', 1) = any(?))
                and split_part(kind, '.', 1) <> all(?)
            order by id desc limit ?
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** Entries with an id below {@code before}, newest first, but those of hidden nouns. */
    List<TimelineEntry> ofCustomer(long customerId, Set<String> kinds, Set<String> hidden, long before, int limit) {
        List<TimelineEntry> entries = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
            statement.setLong(1, customerId);
            statement.setLong(2, before);
            statement.setBoolean(3, kinds.isEmpty());
            statement.setArray(4, connection.createArrayOf("text", kinds.toArray()));
            statement.setArray(5, connection.createArrayOf("text", kinds.toArray()));
            statement.setArray(6, connection.createArrayOf("text", hidden.toArray()));
            statement.setInt(7, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(new TimelineEntry(
                            rows.getLong(1),
                            rows.getLong(2),
                            rows.getObject(3, OffsetDateTime.class).toInstant(),
                            rows.getString(4),
                            rows.getString(5),
                            changes(rows.getString(6)),
                            details(rows.getString(7))));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The timeline could not be read", e);
        }
        return entries;
    }

    List<String> nouns(long customerId) {
        return Sql.many(
                dataSource,
                "select distinct split_part(kind, '.', 1) as noun from timeline_entry where customer_id = ? order by noun",
                Sql.of(customerId),
                row -> row.getString(1));
    }

    private static Map<String, Change> changes(String json) {
        Map<String, Change> changes = new LinkedHashMap<>();
        parse(json).forEach((field, value) -> {
            JsonArray pair = value.asJsonArray();
            changes.put(field, new Change(pair.getString(0), pair.getString(1)));
        });
        return changes;
    }

    private static Map<String, String> details(String json) {
        Map<String, String> details = new LinkedHashMap<>();
        parse(json).forEach((name, value) -> details.put(name, ((JsonString) value).getString()));
        return details;
    }

    private static JsonObject parse(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
