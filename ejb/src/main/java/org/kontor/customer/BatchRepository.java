package org.kontor.customer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

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
        return Sql.one(
                        dataSource,
                        "insert into customer_batch (created_at, created_by, user_id, updated_at, action, value, query, dry_run,"
                                + " state) values (?, ?, ?, ?, ?, ?, ?, ?, 'PENDING') returning id",
                        Sql.of(now, login, userId, now, draft.action().name(), draft.value(), query, dryRun),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** The batch; locked until the transaction ends when {@code locked}. */
    Optional<Batch> find(long id, boolean locked) {
        return Sql.one(
                dataSource,
                "select " + COLUMNS + " from customer_batch where id = ?" + (locked ? " for update" : ""),
                Sql.of(id),
                BatchRepository::batch);
    }

    List<BatchView> list(long before, int atMost) {
        return Sql.many(
                dataSource,
                "select " + COLUMNS + " from customer_batch where id < ? order by id desc limit ?",
                Sql.of(before, atMost),
                row -> batch(row).view());
    }

    /** Notes how far it got. */
    void advance(long id, BatchState state, long done, long changed, String nextPiece, String message, Instant now) {
        Sql.execute(
                dataSource,
                "update customer_batch set state = ?, done = done + ?, changed = changed + ?, next_piece = ?, message = ?,"
                        + " updated_at = ?, version = version + 1 where id = ?",
                Sql.of(state.name(), done, changed, nextPiece, message, now, id));
    }

    /** Starts something that {@link #undo} takes back within the transaction. */
    void mark() {
        Sql.execute(dataSource, "savepoint batch_piece", Sql.of());
    }

    /** Takes back what was done since {@link #mark}. */
    void undo() {
        Sql.execute(dataSource, "rollback to savepoint batch_piece", Sql.of());
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

    /** Puts a flag on those without one of its type; gives their ids with an empty former value. */
    Map<Long, String> addFlag(List<Long> ids, long typeId, Instant now, String login) {
        lock(ids);
        Map<Long, String> changed = new LinkedHashMap<>();
        Sql.many(
                dataSource,
                "insert into customer_flag (customer_id, type_id, note, created_at, created_by)"
                        + " select w.id, w.type_id, '', ?, ? from (select unnest(?::bigint[]) id, ?::bigint type_id) w"
                        + " where not exists (select 1 from customer_flag f where f.customer_id = w.id"
                        + " and f.type_id = w.type_id) order by w.id returning customer_id",
                Sql.of(now, login, array(ids), typeId),
                row -> changed.put(row.getLong(1), ""));
        return changed;
    }

    /** Takes the flags of a type off those that have any. */
    Map<Long, String> removeFlag(List<Long> ids, long typeId) {
        lock(ids);
        return changed(
                "delete from customer_flag where customer_id = any(?) and type_id = ? returning customer_id, ''",
                ids,
                typeId);
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

    /** Archives those that are not archived, or restores those that are; gives whether they were archived. */
    Map<Long, String> setArchived(List<Long> ids, boolean archived) {
        return changed(
                "update customer c set archived = o.wanted from (select id, archived was, w.wanted from customer,"
                        + " (select ?::bigint[] ids, ?::boolean wanted) w where id = any(w.ids) and archived <> w.wanted"
                        + " order by id for update of customer) o where c.id = o.id returning c.id, o.was::text",
                ids,
                archived);
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
        Sql.execute(
                dataSource,
                "update customer set version = version + 1, updated_at = ?, updated_by = ? where id = any(?)",
                Sql.of(now, login, array(ids)));
    }

    /** In the order of ids, so that two batches wait for one another instead of blocking each other for ever. */
    private void lock(List<Long> ids) {
        Sql.many(
                dataSource,
                "select id from customer where id = any(?) order by id for update",
                Sql.of((Object) array(ids)),
                row -> row.getLong(1));
    }

    private Map<Long, String> changed(String sql, List<Long> ids, @Nullable Object value) {
        Map<Long, String> changed = new LinkedHashMap<>();
        Sql.many(dataSource, sql, Sql.of(array(ids), value), row -> changed.put(row.getLong(1), row.getString(2)));
        return changed;
    }

    private static Batch batch(ResultSet row) throws SQLException {
        BatchView view = new BatchView(
                row.getLong(1),
                row.getLong(2),
                Sql.instant(row, 3),
                row.getString(4),
                Sql.instant(row, 5),
                BatchAction.valueOf(row.getString(6)),
                row.getString(7),
                row.getBoolean(8),
                BatchState.valueOf(row.getString(9)),
                row.getLong(10),
                row.getLong(11),
                row.getString(12));
        return new Batch(view, row.getLong(13), row.getString(14), row.getString(15));
    }

    private static Long[] array(List<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
