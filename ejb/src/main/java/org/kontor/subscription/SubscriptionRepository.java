package org.kontor.subscription;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kontor.access.CallerContext;
import org.kontor.access.CustomerScope;
import org.kontor.database.DatabaseDefinition;
import org.kontor.receivable.Amounts;
import org.kontor.shared.Sql;

/** Subscriptions in the database, and where they stand. */
@ApplicationScoped
class SubscriptionRepository {

    private static final String SELECT = """
            select s.id, s.version, s.created_at, s.created_by, s.updated_at, s.updated_by, s.customer_id, c.display_name, c.entity_id,
                   s.description, s.currency, s.frequency, s.every, s.starts_on, s.trial_days, s.invoice_limit, m.made, s.issue, s.due_days,
                   s.terms, s.template, s.notes, s.purchase_order, s.state, s.next_period, s.next_on, s.cancel_on, s.cancelled_at,
                   s.cancelled_by, s.cancel_reason, s.problem, s.problem_at, t.today
            from subscription s
                join customer c on c.id = s.customer_id
                join company_entity e on e.id = c.entity_id
                cross join lateral (select (?::timestamptz at time zone e.time_zone)::date as today) t
                cross join lateral (select count(*) as made from subscription_invoice where subscription_id = s.id) m
            """;

    private static final String LINES = """
            select l.subscription_id, l.item_code, l.description, l.quantity, l.unit_price, l.discount, l.tax_code, l.tax_rate, l.net,
                   l.one_time, l.starts_on, l.ends_on, s.currency
            from subscription_line l join subscription s on s.id = l.subscription_id
            where l.subscription_id = any(?::bigint[])
            order by l.subscription_id, l.position
            """;

    private static final String INSERT = """
            insert into subscription (description, currency, frequency, every, starts_on, trial_days, invoice_limit, issue, due_days, terms,
                template, notes, purchase_order, next_on, created_at, created_by, updated_at, updated_by, customer_id, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ACTIVE')
            returning id
            """;

    private static final String UPDATE = """
            update subscription set description = ?, currency = ?, frequency = ?, every = ?, starts_on = ?, trial_days = ?, invoice_limit = ?,
                issue = ?, due_days = ?, terms = ?, template = ?, notes = ?, purchase_order = ?,
                next_on = case when state = 'ACTIVE' then ?::date end, version = version + 1, updated_at = ?, updated_by = ?, problem = '',
                problem_at = null, retry_at = null
            where id = ?
            """;

    private static final String DUE = """
            select s.id
            from subscription s
                join customer c on c.id = s.customer_id
                join company_entity e on e.id = c.entity_id
            where s.next_on <= (?::timestamptz at time zone 'UTC')::date + 1
                and s.next_on <= (?::timestamptz at time zone e.time_zone)::date
                and (s.retry_at is null or s.retry_at <= ?)
                and s.id > ?
            order by s.id
            limit ?
            """;

    private static final String INVOICES = """
            select x.period, x.starts_on, x.ends_on, x.invoice_id,
                   case when i.id is null then '' else coalesce(nullif(i.number, ''), '#' || i.id) end, x.made_at
            from subscription_invoice x left join invoice i on i.id = x.invoice_id
            where x.subscription_id = ? and x.period < ?
            order by x.period desc
            limit ?
            """;

    private static final String SOLVED = ", problem = '', problem_at = null, retry_at = null";

    private static final String TOUCHED = ", version = version + 1, updated_at = ?, updated_by = ? where id = ?";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** The date in the company entity of a customer. */
    LocalDate today(long customerId) {
        return Sql.one(
                        dataSource,
                        "select e.time_zone from customer c join company_entity e on e.id = c.entity_id where c.id = ?",
                        Sql.of(customerId),
                        row -> LocalDate.ofInstant(clock.instant(), ZoneId.of(row.getString(1))))
                .orElseThrow();
    }

    /** Whether the customer is in the archive. */
    boolean archived(long customerId) {
        return Sql.one(
                        dataSource,
                        "select archived from customer where id = ?",
                        Sql.of(customerId),
                        row -> row.getBoolean(1))
                .orElse(true);
    }

    long add(long customerId, SubscriptionDraft draft, List<BigDecimal> nets) {
        String login = login();
        Instant now = now();
        @Nullable Object[] values = values(draft, draft.firstOn(), now, login, now, login, customerId);
        long id = Sql.one(dataSource, INSERT, Sql.of(values), row -> row.getLong(1))
                .orElseThrow();
        addLines(id, draft, nets);
        return id;
    }

    /** Replaces what it says; what is invoiced next is this period. */
    void update(long id, SubscriptionDraft draft, List<BigDecimal> nets, int nextPeriod) {
        String login = login();
        Sql.execute(dataSource, UPDATE, Sql.of(values(draft, draft.day(nextPeriod), now(), login, id)));
        Sql.execute(dataSource, "delete from subscription_line where subscription_id = ?", Sql.of(id));
        addLines(id, draft, nets);
    }

    private static @Nullable Object[] values(SubscriptionDraft draft, LocalDate nextOn, Object... more) {
        @Nullable
        Object[] first = {
            draft.description(),
            draft.currency(),
            draft.interval().orElseThrow().name(),
            draft.every().orElseThrow(),
            draft.billingStart().orElseThrow(),
            draft.trialDays().orElseThrow(),
            draft.invoices().orElse(null),
            draft.issue().orElseThrow(),
            draft.dueDays().orElse(null),
            draft.terms(),
            draft.template(),
            draft.notes(),
            draft.purchaseOrder(),
            nextOn
        };
        @Nullable Object[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    private void addLines(long id, SubscriptionDraft draft, List<BigDecimal> nets) {
        IntStream.range(0, nets.size()).forEach(i -> {
            SubscriptionLineDraft line = draft.lines().get(i);
            Sql.execute(
                    dataSource,
                    "insert into subscription_line values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    Sql.of(
                            id,
                            i,
                            line.itemCode(),
                            line.description(),
                            line.quantity().orElseThrow(),
                            line.unitPrice().orElseThrow(),
                            line.discount().orElseThrow(),
                            line.taxCode(),
                            line.taxRate().orElseThrow(),
                            nets.get(i),
                            line.once(),
                            line.startsOn().orElse(null),
                            line.endsOn().orElse(null)));
        });
    }

    void delete(long id) {
        Sql.execute(dataSource, "delete from subscription where id = ?", Sql.of(id));
    }

    /** Nothing is invoiced any more for now. */
    void pause(long id) {
        Sql.execute(
                dataSource,
                "update subscription set state = 'PAUSED', next_on = null" + SOLVED + TOUCHED,
                Sql.of(now(), login(), id));
    }

    /** It goes on with this period, and is not cancelled. */
    void resume(long id, int period, LocalDate nextOn) {
        Sql.execute(
                dataSource,
                "update subscription set state = 'ACTIVE', next_period = ?, next_on = ?, cancel_on = null, cancelled_by = '',"
                        + " cancel_reason = ''" + TOUCHED,
                Sql.of(period, nextOn, now(), login(), id));
    }

    /** It will be cancelled on this day. */
    void cancelOn(long id, LocalDate day, String reason) {
        Sql.execute(
                dataSource,
                "update subscription set cancel_on = ?, cancelled_by = ?, cancel_reason = ?" + TOUCHED,
                Sql.of(day, login(), reason, now(), login(), id));
    }

    /** It is cancelled now. */
    void cancel(long id, String by, String reason) {
        Sql.execute(
                dataSource,
                "update subscription set state = 'CANCELLED', next_on = null, cancel_on = null, cancelled_at = ?, cancelled_by = ?,"
                        + " cancel_reason = ?" + SOLVED + TOUCHED,
                Sql.of(now(), by, reason, now(), login(), id));
    }

    /** It is over. */
    void end(long id) {
        Sql.execute(
                dataSource,
                "update subscription set state = 'ENDED', next_on = null, cancel_on = null" + SOLVED + TOUCHED,
                Sql.of(now(), login(), id));
    }

    /** What is invoiced next is this period. */
    void advance(long id, int period, LocalDate nextOn) {
        Sql.execute(
                dataSource,
                "update subscription set next_period = ?, next_on = ?" + SOLVED + TOUCHED,
                Sql.of(period, nextOn, now(), login(), id));
    }

    /** Notes that the next invoice could not be made; it is tried again from then on. */
    void problem(long id, String why, Instant retryAt) {
        Sql.execute(
                dataSource,
                "update subscription set problem_at = case when problem = ? then problem_at else ? end, problem = ?, retry_at = ?"
                        + " where id = ? and next_on is not null",
                Sql.of(why, now(), why, retryAt, id));
    }

    /** Notes an invoice; a second one for the same period is refused by the key. */
    void made(long id, Charge charge, long invoiceId) {
        Sql.execute(
                dataSource,
                "insert into subscription_invoice (subscription_id, period, starts_on, ends_on, invoice_id, made_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                Sql.of(id, charge.period(), charge.startsOn(), charge.endsOn(), invoiceId, now()));
    }

    /** Removes lines, counted from 0 in their order. */
    void removeLines(long id, List<Integer> lines) {
        Sql.execute(
                dataSource,
                "delete from subscription_line where subscription_id = ? and position in (select position from"
                        + " (select position, row_number() over (order by position) - 1 as place from subscription_line"
                        + " where subscription_id = ?) p where place = any(?::bigint[]))",
                Sql.of(id, id, lines.stream().map(Integer::longValue).toArray(Long[]::new)));
    }

    /** Subscriptions of which an invoice is due, with ids above this one, in their order. */
    List<Long> due(long after, int most) {
        Instant now = now();
        return Sql.many(dataSource, DUE, Sql.of(now, now, now, after, most), row -> row.getLong(1));
    }

    /** Whose it is. */
    Optional<Long> customerOf(long id) {
        return Sql.one(
                dataSource, "select customer_id from subscription where id = ?", Sql.of(id), row -> row.getLong(1));
    }

    /** Invoices that were made, of periods before this one, the latest first. */
    List<SubscriptionInvoiceView> invoices(long id, int before, int limit) {
        return Sql.many(dataSource, INVOICES, Sql.of(id, before, limit), row -> {
            long invoice = row.getLong(4);
            return new SubscriptionInvoiceView(
                    row.getInt(1),
                    row.getObject(2, LocalDate.class),
                    row.getObject(3, LocalDate.class),
                    invoice == 0 ? Optional.empty() : Optional.of(invoice),
                    row.getString(5),
                    Sql.instant(row, 6));
        });
    }

    /** How many are not over whose invoices go by a template. */
    long uses(long entryId) {
        return Sql.one(
                        dataSource,
                        "select count(*) from subscription s join system_table_entry e on e.code = s.template"
                                + " where e.id = ? and s.state in ('ACTIVE', 'PAUSED')",
                        Sql.of(entryId),
                        row -> row.getLong(1))
                .orElse(0L);
    }

    /** Subscriptions by their ids that the caller sees. */
    List<SubscriptionView> find(Collection<Long> ids) {
        return read(" where s.id = any(?::bigint[])", " order by s.id", now(), ids.toArray(Long[]::new));
    }

    /** Subscriptions of a customer with ids below this one, the latest first; none of a customer whom the caller does not see. */
    List<SubscriptionView> ofCustomer(long customerId, long before, int limit) {
        return read(
                " where s.customer_id = ? and s.id < ?",
                " order by s.id desc limit ?",
                now(),
                customerId,
                before,
                limit);
    }

    /** Those of a customer of which invoices are made. */
    List<SubscriptionView> active(long customerId) {
        return read(" where s.customer_id = ? and s.state = 'ACTIVE'", " order by s.id", now(), customerId);
    }

    private List<SubscriptionView> read(String where, String order, Object... values) {
        String scope = CustomerScope.condition();
        List<SubscriptionRow> rows = Sql.many(
                dataSource,
                SELECT + where + (scope.isEmpty() ? "" : " and " + scope) + order,
                Sql.of(values),
                SubscriptionRow::of);
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Line>> lines = Sql.many(
                        dataSource,
                        LINES,
                        Sql.of((Object) rows.stream().map(SubscriptionRow::id).toArray(Long[]::new)),
                        SubscriptionRepository::line)
                .stream()
                .collect(Collectors.groupingBy(Line::subscription));
        return rows.stream()
                .map(row -> row.view(lines.getOrDefault(row.id(), List.of()).stream()
                        .map(Line::view)
                        .toList()))
                .toList();
    }

    /** A line of a subscription. */
    private record Line(long subscription, SubscriptionLineView view) {}

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong(1),
                new SubscriptionLineView(
                        row.getString(2),
                        row.getString(3),
                        plain(row.getBigDecimal(4)),
                        plain(row.getBigDecimal(5)),
                        plain(row.getBigDecimal(6)),
                        row.getString(7),
                        plain(row.getBigDecimal(8)),
                        Amounts.scaled(row.getBigDecimal(9), row.getString(13)),
                        row.getBoolean(10),
                        Optional.ofNullable(row.getObject(11, LocalDate.class)),
                        Optional.ofNullable(row.getObject(12, LocalDate.class))));
    }

    /** A number without zeros at its end. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String login() {
        return CallerContext.current().login();
    }

    private Instant now() {
        return clock.instant();
    }
}
