package org.kontor.cadence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.access.CustomerScope;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** To-dos in the database. */
@ApplicationScoped
class ToDoRepository {

    private static final String SELECT = """
            select t.id, t.version, t.created_at, t.created_by, t.customer_id, c.display_name, coalesce(k.name, ''), s.condition, t.kind,
                   coalesce(t.subject, s.subject, ''), coalesce(t.text, s.text, ''), t.text is not null, t.due_on, t.state, t.reason,
                   t.trouble, coalesce(s.automatic, false), coalesce(a.login, ''), coalesce(r.login, ''), coalesce(r.display_name, ''),
                   t.item_id, coalesce(o.number, ''), coalesce(o.kind = 'PAYMENT', false), t.message_id, t.closed_at, t.closed_by,
                   coalesce(s.attach_invoice, false), coalesce(s.copies, '{}'), (x.now at time zone e.time_zone)::date,
                   t.updated_at
            from to_do t
                cross join (select ?::timestamptz as now) x
                join customer c on c.id = t.customer_id
                join company_entity e on e.id = c.entity_id
                left join cadence_step s on s.id = t.step_id
                left join cadence k on k.id = s.cadence_id
                left join app_user a on a.id = t.assignee_id
                left join app_user r on r.id = coalesce(t.assignee_id, c.billing_owner_id)
                left join open_item o on o.id = t.item_id
            """;

    // What waits for its day and is none to be sent by itself, or not any more.
    private static final String FALL_DUE = """
            update to_do t set state = 'PENDING', version = t.version + 1,
                reason = case when n.kind in ('CALL', 'REMINDER') then 'TASK' when not n.automatic then 'REVIEW' else 'LATE' end
            from (
                select t.id, t.kind, coalesce(s.automatic, false) as automatic
                from to_do t
                    cross join (select ?::timestamptz as now) x
                    join customer c on c.id = t.customer_id and not c.archived
                    join company_entity e on e.id = c.entity_id
                    left join cadence_step s on s.id = t.step_id
                where t.state = 'SCHEDULED' and t.due_on <= ?::date and t.due_on <= (x.now at time zone e.time_zone)::date
                    and (t.kind in ('CALL', 'REMINDER') or s.automatic is not true
                        or t.due_on < (x.now at time zone e.time_zone)::date -
            """ + CadencePlan.PATIENCE + """
                ) order by t.id limit ? for update of t skip locked) n
            where n.id = t.id
            """;

    private static final String SENDABLE = """
            select t.id
            from to_do t
                cross join (select ?::timestamptz as now) x
                join customer c on c.id = t.customer_id and not c.archived
                join company_entity e on e.id = c.entity_id
                join cadence_step s on s.id = t.step_id and s.automatic
            where t.id > ? and t.state = 'SCHEDULED' and t.due_on <= ?::date and t.due_on <= (x.now at time zone e.time_zone)::date
                and t.kind in ('EMAIL', 'SMS', 'LETTER')
                and extract(isodow from x.now at time zone e.time_zone) <= ?
                and extract(hour from x.now at time zone e.time_zone) >= ? and extract(hour from x.now at time zone e.time_zone) < ?
            order by t.id limit 100
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /**
     * A to-do as it is stored, and what a sending needs beside.
     *
     * @param literal whether its text is not filled in any more
     */
    record Row(ToDoView view, boolean literal, boolean attachInvoice, List<String> copies) {}

    Optional<Row> find(long id) {
        return Sql.one(dataSource, SELECT + "where t.id = ?", Sql.of(clock.instant(), id), ToDoRepository::row);
    }

    /** To-dos behind this one in the order of their days. */
    List<Row> list(ToDoQuery query, LocalDate day, long id, int limit) {
        boolean down = query.closed();
        StringBuilder sql = new StringBuilder(SELECT)
                .append("where t.state in (")
                .append(String.join(
                        ", ",
                        query.states().stream()
                                .map(state -> "'" + state.name() + "'")
                                .sorted()
                                .toList()))
                .append(down ? ") and (t.due_on, t.id) < (?::date, ?)" : ") and (t.due_on, t.id) > (?::date, ?)");
        List<Object> values = new ArrayList<>(List.of(clock.instant(), day, id));
        String scope = CustomerScope.condition();
        if (!scope.isEmpty()) {
            sql.append(" and ").append(scope);
        }
        if (query.customerId().isPresent()) {
            sql.append(" and t.customer_id = ?");
            values.add(query.customerId().get());
        } else {
            sql.append(" and not c.archived");
        }
        if (query.mine()) {
            sql.append(" and coalesce(t.assignee_id, c.billing_owner_id) = ?");
            values.add(CallerContext.current().userId());
        }
        query.when()
                .ifPresent(when -> sql.append(" and t.due_on ")
                        .append(
                                switch (when) {
                                    case OVERDUE -> "<";
                                    case TODAY -> "=";
                                    case LATER -> ">";
                                })
                        .append(" (x.now at time zone e.time_zone)::date"));
        sql.append(down ? " order by t.due_on desc, t.id desc limit ?" : " order by t.due_on, t.id limit ?");
        values.add(limit);
        return Sql.many(dataSource, sql.toString(), Sql.of(values.toArray()), ToDoRepository::row);
    }

    /** Adds one by hand. */
    long add(long customerId, ToDoDraft draft, Optional<Long> assignee) {
        return Sql.one(
                        dataSource,
                        "insert into to_do (created_at, created_by, customer_id, kind, subject, text, due_on, state, assignee_id)"
                                + " values (?, ?, ?, ?, ?, ?, ?, 'SCHEDULED', ?) returning id",
                        Sql.of(
                                now(),
                                CallerContext.current().login(),
                                customerId,
                                draft.kind().orElseThrow().name(),
                                draft.subject(),
                                draft.text(),
                                draft.dueOn().orElseThrow(),
                                assignee.orElse(null)),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** Changes one; a text that is null stays as the step says. What is put off waits for its day again. */
    void revise(long id, Optional<ToDoDraft> texts, LocalDate dueOn, boolean putOff, Optional<Long> assignee) {
        Sql.execute(
                dataSource,
                "update to_do set version = version + 1, subject = case when ? then ? else subject end,"
                        + " text = case when ? then ? else text end, due_on = ?, assignee_id = ?,"
                        + " state = case when ? then 'SCHEDULED' else state end, reason = case when ? then '' else reason end,"
                        + " trouble = case when ? then '' else trouble end where id = ?",
                Sql.of(
                        texts.isPresent(),
                        texts.map(ToDoDraft::subject).orElse(""),
                        texts.isPresent(),
                        texts.map(ToDoDraft::text).orElse(""),
                        dueOn,
                        assignee.orElse(null),
                        putOff,
                        putOff,
                        putOff,
                        id));
    }

    /** Ends one, with the texts that it had. */
    void close(long id, ToDoState state, String subject, String text, Optional<Long> messageId) {
        Sql.execute(
                dataSource,
                "update to_do set version = version + 1, state = ?, reason = '', trouble = '', subject = ?, text = ?, message_id = ?,"
                        + " closed_at = ?, closed_by = ? where id = ?",
                Sql.of(
                        state.name(),
                        subject,
                        text,
                        messageId.orElse(null),
                        now(),
                        CallerContext.current().login(),
                        id));
    }

    /** Leaves one to people. */
    void hold(long id, ToDoReason reason, String trouble) {
        Sql.execute(
                dataSource,
                "update to_do set version = version + 1, state = 'PENDING', reason = ?, trouble = ? where id = ? and state = 'SCHEDULED'",
                Sql.of(reason.name(), trouble, id));
    }

    /** Leaves to people what is theirs now; answers how many. */
    int fallDue(int limit) {
        return Sql.execute(dataSource, FALL_DUE, Sql.of(clock.instant(), latest(), limit));
    }

    /** What is to be sent by itself now, behind this id. */
    List<Long> sendable(long after, int lastDay, int fromHour, int untilHour) {
        return Sql.many(
                dataSource,
                SENDABLE,
                Sql.of(clock.instant(), after, latest(), lastDay, fromHour, untilHour),
                row -> row.getLong(1));
    }

    /** Nowhere it is later than this, so that an index leads to what is due. */
    private LocalDate latest() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.ofHours(14));
    }

    /** The active user of a sign-in name. */
    Optional<Long> user(String login) {
        return Sql.one(
                dataSource, "select id from app_user where login = ? and active", Sql.of(login), row -> row.getLong(1));
    }

    /** Who is asked of a customer whose billing nobody owns who is there: the account manager; empty when none is needed, or known. */
    Optional<Long> standIn(long customerId) {
        return Sql.one(
                dataSource,
                "select m.id from customer c join app_user m on m.id = c.account_manager_id and m.active"
                        + " left join app_user b on b.id = c.billing_owner_id and b.active where c.id = ? and b.id is null",
                Sql.of(customerId),
                row -> row.getLong(1));
    }

    /** What day it is for a customer. */
    LocalDate today(long customerId) {
        return Sql.one(
                        dataSource,
                        "select (?::timestamptz at time zone e.time_zone)::date from customer c join company_entity e on e.id = c.entity_id"
                                + " where c.id = ?",
                        Sql.of(clock.instant(), customerId),
                        row -> row.getObject(1, LocalDate.class))
                .orElseThrow();
    }

    private static Row row(ResultSet row) throws SQLException {
        LocalDate due = row.getObject(13, LocalDate.class);
        LocalDate today = row.getObject(29, LocalDate.class);
        return new Row(
                new ToDoView(
                        row.getLong(1),
                        row.getLong(2),
                        Sql.instant(row, 3),
                        row.getString(4),
                        Sql.instant(row, 30),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7),
                        Optional.ofNullable(row.getString(8)).map(CadenceCondition::valueOf),
                        StepKind.valueOf(row.getString(9)),
                        row.getString(10),
                        row.getString(11),
                        List.of(),
                        "",
                        due,
                        due.isBefore(today) ? ToDoWhen.OVERDUE : due.equals(today) ? ToDoWhen.TODAY : ToDoWhen.LATER,
                        ToDoState.valueOf(row.getString(14)),
                        Optional.of(row.getString(15))
                                .filter(reason -> !reason.isEmpty())
                                .map(ToDoReason::valueOf),
                        row.getString(16),
                        row.getBoolean(17),
                        row.getString(18),
                        row.getString(19),
                        row.getString(20),
                        Optional.ofNullable(row.getObject(21, Long.class)),
                        row.getString(22),
                        row.getBoolean(23),
                        Optional.ofNullable(row.getObject(24, Long.class)),
                        Optional.ofNullable(row.getObject(25, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getString(26)),
                row.getBoolean(12),
                row.getBoolean(27),
                List.of((String[]) row.getArray(28).getArray()));
    }

    private Instant now() {
        return clock.instant();
    }
}
