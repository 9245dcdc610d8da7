package org.kontor.document;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.access.Caller;
import org.kontor.access.CustomerScope;
import org.kontor.access.RowScope;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Runs of statements in the database. */
@ApplicationScoped
class StatementRunRepository {

    private static final String COLUMNS =
            "select id, version, created_at, created_by, updated_at, kind, as_of, from_day, currency, entity_id, state,"
                    + " total, done, made, message, user_id from statement_run";

    private static final String OPEN = """
            insert into statement_paper (run_id, position, customer_id)
            select ?, row_number() over (order by c.id), c.id
            from customer c
            where (?::bigint is null or c.entity_id = ?::bigint) and exists (
                select 1 from item_movement m
                where m.customer_id = c.id and m.effective_date <= ? and (? = '' or m.currency = ?::bpchar)
                group by m.item_id having sum(m.amount) <> 0)
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * A run with what only its job needs.
     *
     * @param view what everybody sees
     * @param userId who started it
     */
    record Run(StatementRunView view, long userId) {}

    /**
     * A customer whose statement is not made yet.
     *
     * @param position place in the run
     * @param customerId the customer
     */
    record Next(long position, long customerId) {}

    /**
     * A statement that was made, or why it was not.
     *
     * @param position place in the run
     * @param name of the file; empty when there is none
     * @param customerId the customer
     * @param problem why there is none; else empty
     */
    record Made(long position, String name, long customerId, String problem) {}

    /** Notes a run and the customers that it is for, as far as the caller sees them. */
    long insert(StatementKind kind, LocalDate asOf, StatementRunDraft draft, String currency, Caller by, Instant now) {
        long id = Sql.one(
                        dataSource,
                        "insert into statement_run (created_at, created_by, updated_at, user_id, kind, as_of, from_day, currency,"
                                + " entity_id, state, total) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', 0) returning id",
                        Sql.of(
                                now,
                                by.login(),
                                now,
                                by.userId(),
                                kind.name(),
                                asOf,
                                draft.from().orElse(null),
                                currency,
                                draft.entityId().orElse(null)),
                        row -> row.getLong(1))
                .orElseThrow();
        String scope = CustomerScope.condition();
        Long entity = draft.entityId().orElse(null);
        int customers = Sql.execute(
                dataSource,
                OPEN + (scope.isEmpty() ? "" : " and " + scope),
                Sql.of(id, entity, entity, asOf, currency, currency));
        Sql.execute(dataSource, "update statement_run set total = ? where id = ?", Sql.of(customers, id));
        return id;
    }

    /** A run; locked until the transaction ends when {@code locked}. */
    Optional<Run> find(long id, boolean locked) {
        return Sql.one(
                dataSource,
                COLUMNS + " where id = ?" + (locked ? " for update" : ""),
                Sql.of(id),
                StatementRunRepository::run);
    }

    /** Runs that the caller sees, newest first: their own; all of them for who sees all customers. */
    List<StatementRunView> list(Caller caller, long before, int limit) {
        return Sql.many(
                dataSource,
                COLUMNS + " where id < ? and (? or user_id = ?) order by id desc limit ?",
                Sql.of(before, caller.scope() == RowScope.ALL, caller.userId(), limit),
                row -> run(row).view());
    }

    /** Customers that come next. */
    List<Next> next(long id, int limit) {
        return Sql.many(
                dataSource,
                "select position, customer_id from statement_paper where run_id = ? and not done order by position limit ?",
                Sql.of(id, limit),
                row -> new Next(row.getLong(1), row.getLong(2)));
    }

    /** Keeps a statement. */
    void keep(long id, long position, Paper paper) {
        Sql.execute(
                dataSource,
                "update statement_paper set done = true, name = ?, content = ? where run_id = ? and position = ?",
                Sql.of(paper.name(), paper.bytes(), id, position));
    }

    /** Notes why there is no statement. */
    void note(long id, long position, String problem) {
        Sql.execute(
                dataSource,
                "update statement_paper set done = true, problem = ? where run_id = ? and position = ?",
                Sql.of(problem, id, position));
    }

    /** Notes how far it got. */
    void advance(long id, RunState state, long done, long made, String message, Instant now) {
        Sql.execute(
                dataSource,
                "update statement_run set state = ?, done = done + ?, made = made + ?, message = ?, updated_at = ?,"
                        + " version = version + 1 where id = ?",
                Sql.of(state.name(), done, made, message, now, id));
    }

    /** What was made, in pieces, behind a place of the run. */
    List<Made> made(long id, long after, int limit) {
        return Sql.many(
                dataSource,
                "select position, name, customer_id, problem from statement_paper where run_id = ? and done and position > ?"
                        + " order by position limit ?",
                Sql.of(id, after, limit),
                row -> new Made(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)));
    }

    /** The bytes of a statement. */
    Optional<byte[]> content(long id, long position) {
        return Sql.one(
                dataSource,
                "select content from statement_paper where run_id = ? and position = ?",
                Sql.of(id, position),
                row -> row.getBytes(1));
    }

    private static Run run(ResultSet row) throws SQLException {
        long entity = row.getLong(10);
        Optional<Long> entityId = row.wasNull() ? Optional.empty() : Optional.of(entity);
        return new Run(
                new StatementRunView(
                        row.getLong(1),
                        row.getLong(2),
                        Sql.instant(row, 3),
                        row.getString(4),
                        Sql.instant(row, 5),
                        StatementKind.valueOf(row.getString(6)),
                        row.getObject(7, LocalDate.class),
                        Optional.ofNullable(row.getObject(8, LocalDate.class)),
                        row.getString(9),
                        entityId,
                        RunState.valueOf(row.getString(11)),
                        row.getLong(12),
                        row.getLong(13),
                        row.getLong(14),
                        row.getString(15)),
                row.getLong(16));
    }
}
