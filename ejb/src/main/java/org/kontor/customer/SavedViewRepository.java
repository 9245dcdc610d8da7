package org.kontor.customer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.access.Caller;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Named views in the database. */
@ApplicationScoped
class SavedViewRepository {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String VIEWS =
            "select id, version, created_at, created_by, updated_at, updated_by, name, shared, parameters::text, columns,"
                    + " user_id = ? from saved_view where (user_id = ? or shared)";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    List<SavedView> list(long userId) {
        return Sql.many(
                dataSource,
                VIEWS + " order by user_id <> ?, lower(name), id",
                Sql.of(userId, userId, userId),
                SavedViewRepository::view);
    }

    Optional<SavedView> find(long id, long userId) {
        return Sql.one(dataSource, VIEWS + " and id = ?", Sql.of(userId, userId, id), SavedViewRepository::view);
    }

    int count(long userId) {
        return Sql.one(
                        dataSource,
                        "select count(*) from saved_view where user_id = ?",
                        Sql.of(userId),
                        row -> row.getInt(1))
                .orElseThrow();
    }

    /** Whose a view is. */
    long owner(long id) {
        return Sql.one(dataSource, "select user_id from saved_view where id = ?", Sql.of(id), row -> row.getLong(1))
                .orElseThrow();
    }

    /** The id of the view of a user with this name, whatever its case. */
    Optional<Long> named(String name, long userId) {
        return Sql.one(
                dataSource,
                "select id from saved_view where user_id = ? and lower(name) = lower(?)",
                Sql.of(userId, name),
                row -> row.getLong(1));
    }

    long insert(SavedViewDraft draft, Caller by, Instant now) {
        return Sql.one(
                        dataSource,
                        "insert into saved_view (created_at, created_by, updated_at, updated_by, user_id, name, shared,"
                                + " parameters, columns) values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?) returning id",
                        Sql.of(
                                now,
                                by.login(),
                                now,
                                by.login(),
                                by.userId(),
                                draft.name(),
                                draft.shared(),
                                json(draft.parameters()),
                                draft.columns().toArray(String[]::new)),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    int update(long id, long version, SavedViewDraft draft, String login, Instant now) {
        return Sql.execute(
                dataSource,
                "update saved_view set version = version + 1, updated_at = ?, updated_by = ?, name = ?, shared = ?,"
                        + " parameters = ?::jsonb, columns = ? where id = ? and version = ?",
                Sql.of(
                        now,
                        login,
                        draft.name(),
                        draft.shared(),
                        json(draft.parameters()),
                        draft.columns().toArray(String[]::new),
                        id,
                        version));
    }

    int delete(long id, long version) {
        return Sql.execute(dataSource, "delete from saved_view where id = ? and version = ?", Sql.of(id, version));
    }

    private static String json(Map<String, String> parameters) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        parameters.forEach(json::add);
        return json.build().toString();
    }

    private static SavedView view(ResultSet row) throws SQLException {
        Map<String, String> parameters = new HashMap<>();
        try (JsonReader reader = JSON.createReader(new StringReader(row.getString(9)))) {
            reader.readObject().forEach((key, value) -> parameters.put(key, ((JsonString) value).getString()));
        }
        return new SavedView(
                row.getLong(1),
                row.getLong(2),
                Sql.instant(row, 3),
                row.getString(4),
                Sql.instant(row, 5),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8),
                Map.copyOf(parameters),
                List.of((String[]) row.getArray(10).getArray()),
                row.getBoolean(11));
    }
}
