package org.kontor.webhook;

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
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;

/** Subscriptions in the database. */
@ApplicationScoped
class WebhookRepository {

    private static final String VIEW = """
            select w.id, w.version, w.created_at, w.created_by, w.updated_at, w.updated_by, u.login, w.url, w.description,
                   w.events, w.active, w.failures, w.open_until
            from webhook w join app_user u on u.id = w.user_id
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** An id for a new subscription. */
    long nextId() {
        return query("select nextval('webhook_id')", s -> {}, r -> r.getLong(1)).get(0);
    }

    void insert(long id, long userId, WebhookDraft draft, byte[] secret, Instant now, String by) {
        update("""
                insert into webhook (id, version, created_at, created_by, updated_at, updated_by, user_id, url, description,
                                     events, active, secret, failures, openings)
                values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
                """, s -> {
            s.setLong(1, id);
            s.setObject(2, utc(now));
            s.setString(3, by);
            s.setObject(4, utc(now));
            s.setString(5, by);
            s.setLong(6, userId);
            s.setString(7, draft.url());
            s.setString(8, draft.description());
            s.setArray(9, texts(s, draft.events()));
            s.setBoolean(10, draft.active().orElse(true));
            s.setBytes(11, secret);
        });
    }

    /** Writes what was changed, if the version is still this one; a changed subscription is tried again at once. */
    boolean revise(long id, long version, WebhookDraft draft, boolean active, Instant now, String by) {
        return update("""
                update webhook set version = version + 1, updated_at = ?, updated_by = ?, url = ?, description = ?, events = ?,
                                   active = ?, failures = 0, openings = 0, open_until = null
                where id = ? and version = ?
                """, s -> {
                    s.setObject(1, utc(now));
                    s.setString(2, by);
                    s.setString(3, draft.url());
                    s.setString(4, draft.description());
                    s.setArray(5, texts(s, draft.events()));
                    s.setBoolean(6, active);
                    s.setLong(7, id);
                    s.setLong(8, version);
                })
                == 1;
    }

    void newSecret(long id, byte[] secret, Instant now, String by) {
        update(
                "update webhook set version = version + 1, updated_at = ?, updated_by = ?, secret = ? where id = ?",
                s -> {
                    s.setObject(1, utc(now));
                    s.setString(2, by);
                    s.setBytes(3, secret);
                    s.setLong(4, id);
                });
    }

    boolean delete(long id, long version) {
        return update("delete from webhook where id = ? and version = ?", s -> {
                    s.setLong(1, id);
                    s.setLong(2, version);
                })
                == 1;
    }

    /** The endpoint answered 410: it wants no more. */
    void deactivate(long id, Instant now) {
        update(
                "update webhook set active = false, version = version + 1, updated_at = ?, updated_by = 'system' where id = ?",
                s -> {
                    s.setObject(1, utc(now));
                    s.setLong(2, id);
                });
    }

    /** Notes how the endpoint does; not a change of the subscription. */
    void health(long id, int failures, int openings, Optional<Instant> openUntil) {
        update("update webhook set failures = ?, openings = ?, open_until = ? where id = ?", s -> {
            s.setInt(1, failures);
            s.setInt(2, openings);
            s.setObject(3, openUntil.map(WebhookRepository::utc).orElse(null));
            s.setLong(4, id);
        });
    }

    /** What a delivery needs; empty when the subscription is gone or inactive. */
    Optional<Subscription> active(long id) {
        return query(
                        "select id, user_id, url, failures, openings, open_until from webhook where id = ? and active",
                        s -> s.setLong(1, id),
                        r -> new Subscription(
                                r.getLong(1), r.getLong(2), r.getString(3), r.getInt(4), r.getInt(5), instant(r, 6)))
                .stream()
                .findFirst();
    }

    /** The encrypted secret; empty when the subscription is gone. */
    Optional<byte[]> secret(long id) {
        return query("select secret from webhook where id = ?", s -> s.setLong(1, id), r -> r.getBytes(1)).stream()
                .findFirst();
    }

    Optional<Long> ownerOf(long id) {
        return query("select user_id from webhook where id = ?", s -> s.setLong(1, id), r -> r.getLong(1)).stream()
                .findFirst();
    }

    Optional<WebhookView> find(long id) {
        return query(VIEW + " where w.id = ?", s -> s.setLong(1, id), WebhookRepository::view).stream()
                .findFirst();
    }

    /** Subscriptions with an id above {@code after}; those of one owner, or of all when {@code owner} is 0. */
    List<WebhookView> list(long owner, long after, int limit) {
        return query(
                VIEW + " where (? = 0 or w.user_id = ?) and w.id > ? order by w.id limit ?",
                s -> {
                    s.setInt(4, limit);
                    s.setLong(1, owner);
                    s.setLong(2, owner);
                    s.setLong(3, after);
                },
                WebhookRepository::view);
    }

    private static WebhookView view(ResultSet row) throws SQLException {
        return new WebhookView(
                row.getLong(1),
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                List.of((String[]) row.getArray(10).getArray()),
                row.getBoolean(11),
                row.getInt(12),
                instant(row, 13));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Array texts(PreparedStatement statement, List<String> values) throws SQLException {
        return statement.getConnection().createArrayOf("text", values.toArray());
    }

    /** Binds the parameters. The SQL is of this class; only values come from elsewhere. */
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private int update(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A webhook could not be written", e);
        }
    }

    private <T> List<T> query(String sql, Binding binding, Row<T> row) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("Webhooks could not be read", e);
        }
    }
}
