package org.kontor.paymentplan;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.access.CustomerScope;
import org.kontor.database.DatabaseDefinition;
import org.kontor.paymentplan.PlanRules.Checked;
import org.kontor.paymentplan.PlanSchedule.Instalment;
import org.kontor.receivable.Amounts;
import org.kontor.shared.Sql;

/** Stores what was agreed, and works out where it stands: here alone, for many plans at once. */
@ApplicationScoped
class PlanRepository {

    private static final String SELECT = """
            select plan.id, plan.version, plan.created_at, plan.created_by, plan.updated_at, plan.updated_by, plan.customer_id, c.display_name, plan.entity_id,
                   plan.currency, plan.total, s.settled, coalesce(d.through, 0), d.next_due, plan.frequency, plan.note, plan.cancelled_at,
                   plan.cancelled_by, plan.cancel_reason, t.today
            from payment_plan plan
                join customer c on c.id = plan.customer_id
                join company_entity e on e.id = plan.entity_id
                cross join lateral (select (?::timestamptz at time zone e.time_zone)::date as today) t
                cross join lateral (select
            """ + PlannedInvoices.SETTLED + """
             as settled) s
                cross join lateral (
                    select max(through) filter (where due_on < t.today) as through, min(due_on) filter (where through > s.settled) as next_due
                    from payment_plan_instalment where plan_id = plan.id) d
            """;

    private static final String INVOICES = """
            select x.plan_id, x.item_id, coalesce(nullif(i.number, ''), '#' || i.id), o.due_date, x.agreed, o.open_amount, o.currency
            from payment_plan_invoice x
                join open_item o on o.id = x.item_id
                join invoice i on i.id = x.item_id
            where x.plan_id = any(?::bigint[])
            order by x.plan_id, o.due_date, x.item_id
            """;

    private static final String CANDIDATES = """
            select o.id, coalesce(nullif(i.number, ''), '#' || i.id), o.entity_id, o.currency, o.due_date, o.open_amount, i.disputed,
                   x.plan_id
            from open_item o
                join invoice i on i.id = o.id
                left join payment_plan_invoice x on x.item_id = o.id and x.standing
            where o.customer_id = ? and o.kind = 'INVOICE' and o.open_amount > 0
            order by o.due_date, o.id
            limit ?
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** The date in a company entity. */
    LocalDate today(long entityId) {
        return Sql.one(
                        dataSource,
                        "select time_zone from company_entity where id = ?",
                        Sql.of(entityId),
                        row -> LocalDate.ofInstant(clock.instant(), ZoneId.of(row.getString(1))))
                .orElseThrow();
    }

    /** The open invoices of a customer whom the caller sees, what is due first coming first; at most so many. */
    List<PlanCandidate> candidates(long customerId, int most) {
        return Sql.many(dataSource, CANDIDATES, Sql.of(customerId, most), row -> {
            long plan = row.getLong(8);
            String currency = row.getString(4);
            return new PlanCandidate(
                    row.getLong(1),
                    row.getString(2),
                    row.getLong(3),
                    currency,
                    row.getObject(5, LocalDate.class),
                    Amounts.scaled(row.getBigDecimal(6), currency),
                    row.getBoolean(7),
                    plan == 0 ? Optional.empty() : Optional.of(plan));
        });
    }

    /** Stores what was agreed. */
    long add(long customerId, Checked plan) {
        Instant now = now();
        String login = CallerContext.current().login();
        long id = Sql.one(
                        dataSource,
                        "insert into payment_plan (created_at, created_by, updated_at, updated_by, customer_id, entity_id, currency,"
                                + " total, frequency, note, look_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
                        Sql.of(
                                now,
                                login,
                                now,
                                login,
                                customerId,
                                plan.entityId(),
                                plan.currency(),
                                plan.total(),
                                plan.interval().name(),
                                plan.note(),
                                plan.instalments().get(0).dueOn()),
                        row -> row.getLong(1))
                .orElseThrow();
        Sql.execute(
                dataSource,
                "insert into payment_plan_invoice (plan_id, item_id, agreed) select ?, * from unnest(?::bigint[], ?::numeric[])",
                Sql.of(
                        id,
                        plan.invoices().stream().map(PlanCandidate::invoiceId).toArray(Long[]::new),
                        plan.invoices().stream().map(PlanCandidate::open).toArray(BigDecimal[]::new)));
        Sql.execute(
                dataSource,
                "insert into payment_plan_instalment (plan_id, number, due_on, amount, through)"
                        + " select ?, n, due_on, amount, sum(amount) over (order by n)"
                        + " from unnest(?::date[], ?::numeric[]) with ordinality as u (due_on, amount, n)",
                Sql.of(
                        id,
                        plan.instalments().stream()
                                .map(each -> each.dueOn().toString())
                                .toArray(String[]::new),
                        plan.instalments().stream().map(Instalment::amount).toArray(BigDecimal[]::new)));
        return id;
    }

    /** Plans with these ids that stand are cancelled: their invoices are free. */
    void cancel(Collection<Long> ids, String reason) {
        Instant now = now();
        String login = CallerContext.current().login();
        Long[] plans = ids.toArray(Long[]::new);
        Sql.execute(
                dataSource,
                "update payment_plan set version = version + 1, updated_at = ?, updated_by = ?, cancelled_at = ?, cancelled_by = ?,"
                        + " cancel_reason = ?, look_on = null where id = any(?::bigint[]) and cancelled_at is null",
                Sql.of(now, login, now, login, reason, plans));
        Sql.execute(
                dataSource,
                "update payment_plan_invoice set standing = false where plan_id = any(?::bigint[])",
                Sql.of((Object) plans));
    }

    /** Plans by their ids that the caller sees. */
    List<PaymentPlanView> find(Collection<Long> ids) {
        return read(" where plan.id = any(?::bigint[])", " order by plan.id", now(), ids.toArray(Long[]::new));
    }

    /** Plans of a customer with ids below this one, the latest first; none of a customer whom the caller does not see. */
    List<PaymentPlanView> ofCustomer(long customerId, long before, int limit) {
        return read(
                " where plan.customer_id = ? and plan.id < ?",
                " order by plan.id desc limit ?",
                now(),
                customerId,
                before,
                limit);
    }

    /** Whether the customer has any. */
    boolean any(long customerId) {
        return Sql.one(
                        dataSource,
                        "select 1 from payment_plan where customer_id = ? limit 1",
                        Sql.of(customerId),
                        row -> true)
                .orElse(false);
    }

    /** Items of customers whom the caller sees, with the plan that stands in which each is; items without one are left out. */
    Map<Long, Long> plansOf(Collection<Long> itemIds) {
        String scope = CustomerScope.condition();
        return Sql.many(
                        dataSource,
                        "select x.item_id, x.plan_id from payment_plan_invoice x join payment_plan p on p.id = x.plan_id"
                                + " join customer c on c.id = p.customer_id where x.standing and x.item_id = any(?::bigint[])"
                                + (scope.isEmpty() ? "" : " and " + scope),
                        Sql.of((Object) itemIds.toArray(Long[]::new)),
                        row -> Map.entry(row.getLong(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<PaymentPlanView> read(String where, String order, Object... values) {
        String scope = CustomerScope.condition();
        List<Plan> plans = Sql.many(
                dataSource,
                SELECT + where + (scope.isEmpty() ? "" : " and " + scope) + order,
                Sql.of(values),
                PlanRepository::plan);
        if (plans.isEmpty()) {
            return List.of();
        }
        Sql.Parameters ids =
                Sql.of((Object) plans.stream().map(each -> each.view().id()).toArray(Long[]::new));
        Map<Long, List<Owned<PlanInvoiceView>>> invoices =
                Sql.many(dataSource, INVOICES, ids, PlanRepository::invoice).stream()
                        .collect(Collectors.groupingBy(Owned::plan));
        Map<Long, List<Owned<Instalment>>> instalments = Sql.many(
                        dataSource,
                        "select plan_id, due_on, amount from payment_plan_instalment where plan_id = any(?::bigint[])"
                                + " order by plan_id, number",
                        ids,
                        row -> new Owned<>(
                                row.getLong(1),
                                new Instalment(row.getObject(2, LocalDate.class), row.getBigDecimal(3))))
                .stream()
                .collect(Collectors.groupingBy(Owned::plan));
        return plans.stream()
                .map(each -> each.with(
                        parts(invoices, each.view().id()),
                        parts(instalments, each.view().id())))
                .toList();
    }

    private static <T> List<T> parts(Map<Long, List<Owned<T>>> all, long plan) {
        return all.getOrDefault(plan, List.of()).stream().map(Owned::part).toList();
    }

    /** A part of a plan. */
    private record Owned<T>(long plan, T part) {}

    /** A plan without its parts, and the date by which it stands where it does. */
    private record Plan(PaymentPlanView view, LocalDate today) {

        PaymentPlanView with(List<PlanInvoiceView> invoices, List<Instalment> agreed) {
            List<Instalment> scaled = agreed.stream()
                    .map(each -> new Instalment(each.dueOn(), Amounts.scaled(each.amount(), view.currency())))
                    .toList();
            return new PaymentPlanView(
                    view.id(),
                    view.version(),
                    view.createdAt(),
                    view.createdBy(),
                    view.updatedAt(),
                    view.updatedBy(),
                    view.customerId(),
                    view.customerName(),
                    view.entityId(),
                    view.currency(),
                    view.status(),
                    view.total(),
                    view.settled(),
                    view.remaining(),
                    view.overdue(),
                    view.nextDue(),
                    view.interval(),
                    view.note(),
                    invoices,
                    PlanSchedule.settled(scaled, view.settled(), today),
                    view.cancelledAt(),
                    view.cancelledBy(),
                    view.cancelReason());
        }
    }

    private static Owned<PlanInvoiceView> invoice(ResultSet row) throws SQLException {
        String currency = row.getString(7);
        return new Owned<>(
                row.getLong(1),
                new PlanInvoiceView(
                        row.getLong(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        Amounts.scaled(row.getBigDecimal(5), currency),
                        Amounts.scaled(row.getBigDecimal(6), currency)));
    }

    private static Plan plan(ResultSet row) throws SQLException {
        String currency = row.getString(10);
        BigDecimal total = Amounts.scaled(row.getBigDecimal(11), currency);
        BigDecimal settled = Amounts.scaled(row.getBigDecimal(12), currency);
        BigDecimal behind = Amounts.scaled(row.getBigDecimal(13), currency)
                .subtract(settled)
                .max(BigDecimal.ZERO);
        Optional<Instant> cancelled =
                Optional.ofNullable(row.getObject(17, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        return new Plan(
                new PaymentPlanView(
                        row.getLong(1),
                        row.getLong(2),
                        Sql.instant(row, 3),
                        row.getString(4),
                        Sql.instant(row, 5),
                        row.getString(6),
                        row.getLong(7),
                        row.getString(8),
                        row.getLong(9),
                        currency,
                        status(cancelled.isPresent(), total.compareTo(settled) <= 0, behind.signum() > 0),
                        total,
                        settled,
                        total.subtract(settled),
                        Amounts.scaled(cancelled.isPresent() ? BigDecimal.ZERO : behind, currency),
                        cancelled.isPresent()
                                ? Optional.empty()
                                : Optional.ofNullable(row.getObject(14, LocalDate.class)),
                        PlanInterval.valueOf(row.getString(15)),
                        row.getString(16),
                        List.of(),
                        List.of(),
                        cancelled,
                        row.getString(18),
                        row.getString(19)),
                row.getObject(20, LocalDate.class));
    }

    private static PlanStatus status(boolean cancelled, boolean settled, boolean behind) {
        if (cancelled) {
            return PlanStatus.CANCELLED;
        }
        if (settled) {
            return PlanStatus.CLOSED;
        }
        return behind ? PlanStatus.PAST_DUE : PlanStatus.ACTIVE;
    }

    private Instant now() {
        return clock.instant();
    }
}
