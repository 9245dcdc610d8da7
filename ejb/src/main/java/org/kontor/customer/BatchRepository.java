package org.kontor.customer;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kontor.database.DatabaseDefinition;

/** Batches in the database, and what they do with a piece of customers: a few statements each, however many customers. */
@ApplicationScoped
class BatchRepository {

    private static final String COLUMNS =
            "id, version, created_at, created_by, updated_at, action, value, dry_run, state,"
                    + " done, changed, message, user_id, query, next_piece";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * A batch with what only its job needs.
     *
     * @param view what everybody sees
     * @param userId who started it
     * @param query the list
     * @param nextPiece where the next piece starts; empty for the beginning
     */
    record Batch(BatchView view, long userId, String query, String nextPiece) {}

    long insert(BatchDraft draft, String query, boolean dryRun, long userId, String login, Instant now) {
        return number(
                "insert into customer_batch (created_at, created_by, user_id, updated_at, action, value, query, dry_run, state)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, 'PENDING') returning id",
                at(now),
                login,
                userId,
                at(now),
                draft.action().name(),
                draft.value(),
                query,
                dryRun);
    }

    /** The batch; locked until the transaction ends when {@code locked}. */
    Optional<Batch> find(long id, boolean locked) {
        return batches("select " + COLUMNS + " from customer_batch where id = ?" + (locked ? " for update" : ""), id)
                .stream()
                .findFirst();
    }

    List<BatchView> list(long before, int atMost) {
        return batches(
                        "select " + COLUMNS + " from customer_batch where id < ? order by id desc limit ?",
                        before,
                        atMost)
                .stream()
                .map(Batch::view)
                .toList();
    }

    /** Notes how far it got. */
    void advance(long id, BatchState state, long done, long changed, String nextPiece, String message, Instant now) {
        number(
                "update customer_batch set state = ?, done = done + ?, changed = changed + ?, next_piece = ?, message = ?,"
                        + " updated_at = ?, version = version + 1 where id = ? returning id",
                state.name(),
                done,
                changed,
                nextPiece,
                message,
                at(now),
                id);
    }

    /** Starts something that {@link #undo} takes back within the transaction. */
    void mark() {
        execute("savepoint batch_piece");
    }

    /** Takes back what was done since {@link #mark}. */
    void undo() {
        execute("rollback to savepoint batch_piece");
    }

    /** Puts a tag on those that lack it; gives their ids with an empty former value. */
    Map<Long, String> addTag(List<Long> ids, long tagId) {
        lock(ids);
        return changed(
                "insert into customer_tag (customer_id, tag_id) select unnest(?::bigint[]), ? on conflict do nothing"
                        + " returning customer_id, ''",
                ids,
                tagId);
    }

    /** Takes a tag off those that have it. */
    Map<Long, String> removeTag(List<Long> ids, long tagId) {
        lock(ids);
        return changed(
                "delete from customer_tag where customer_id = any(?) and tag_id = ? returning customer_id, ''",
                ids,
                tagId);
    }

    /** Sets the status of those with another one; gives the former one. */
    Map<Long, String> setStatus(List<Long> ids, String status) {
        return changed(
                "update customer c set status = o.wanted from (select id, status was, w.wanted from customer,"
                        + " (select ?::bigint[] ids, ?::text wanted) w where id = any(w.ids) and status <> w.wanted"
                        + " order by id for update of customer) o where c.id = o.id returning c.id, o.was",
                ids,
                status);
    }

    /** Sets an owner of those with another one; gives the former sign-in name. */
    Map<Long, String> setOwner(List<Long> ids, Owners.Part part, Optional<Long> userId) {
        String column = part.column();
        return changed(
                "update customer c set " + column + " = o.wanted from (select customer.id, u.login was, w.wanted"
                        + " from (select ?::bigint[] ids, ?::bigint wanted) w join customer on customer.id = any(w.ids)"
                        + " left join app_user u on u.id = " + column
                        + " where " + column
                        + " is distinct from w.wanted order by customer.id for update of customer) o"
                        + " where c.id = o.id returning c.id, coalesce(o.was, '')",
                ids,
                userId.orElse(null));
    }

    /** Counts a version on for the customers that were changed. */
    void touch(List<Long> ids, Instant now, String login) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update customer set version = version + 1, updated_at = ?, updated_by = ? where id = any(?)")) {
            statement.setObject(1, at(now));
            statement.setString(2, login);
            statement.setArray(3, connection.createArrayOf("bigint", ids.toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** In the order of ids, so that two batches wait for one another instead of blocking each other for ever. */
    private void lock(List<Long> ids) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select id from customer where id = any(?) order by id for update")) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            statement.execute();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Map<Long, String> changed(String sql, List<Long> ids, @Nullable Object value) {
        Map<Long, String> changed = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            statement.setObject(2, value);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    changed.put(rows.getLong(1), rows.getString(2));
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return changed;
    }

    private List<Batch> batches(String sql, Object... parameters) {
        List<Batch> batches = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    batches.add(batch(rows));
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return batches;
    }

    private static Batch batch(ResultSet row) throws SQLException {
        BatchView view = new BatchView(
                row.getLong(1),
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                BatchAction.valueOf(row.getString(6)),
                row.getString(7),
                row.getBoolean(8),
                BatchState.valueOf(row.getString(9)),
                row.getLong(10),
                row.getLong(11),
                row.getString(12));
        return new Batch(view, row.getLong(13), row.getString(14), row.getString(15));
    }

    private long number(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static IllegalStateException failure(SQLException e) {
        return new IllegalStateException("A batch could not be read or written", e);
    }
}
