package org.kontor.timeline;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
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
            where customer_id = ? and id < ? and (? or kind = any(?::text[]) or split_part(kind, '.', 1) = any(?::text[]))
                and split_part(kind, '.', 1) <> all(?::text[])
            order by id desc limit ?
            """;

    private static final String DOCUMENT = """
            select id, customer_id, at, actor, kind, changes, details from timeline_entry
            where customer_id = ? and details ->> 'documentId' = ? and split_part(kind, '.', 1) <> all(?::text[])
            order by id desc limit ?
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** Entries with an id below {@code before}, newest first, but those of hidden nouns. */
    List<TimelineEntry> ofCustomer(long customerId, Set<String> kinds, Set<String> hidden, long before, int limit) {
        return Sql.many(
                dataSource,
                ENTRIES,
                Sql.of(customerId, before, kinds.isEmpty(), array(kinds), array(kinds), array(hidden), limit),
                TimelineRepository::entry);
    }

    /** Entries about a document, newest first, but those of hidden nouns. */
    List<TimelineEntry> ofDocument(long customerId, long documentId, Set<String> hidden, int limit) {
        return Sql.many(
                dataSource,
                DOCUMENT,
                Sql.of(customerId, Long.toString(documentId), array(hidden), limit),
                TimelineRepository::entry);
    }

    private static String[] array(Set<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static TimelineEntry entry(ResultSet row) throws SQLException {
        return new TimelineEntry(
                row.getLong(1),
                row.getLong(2),
                Sql.instant(row, 3),
                row.getString(4),
                row.getString(5),
                changes(row.getString(6)),
                details(row.getString(7)));
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
