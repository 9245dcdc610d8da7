package org.kontor.cadence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.database.DatabaseDefinition;
import org.kontor.paymentplan.PlannedInvoices;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvents;
import org.kontor.shared.Sql;

/**
 * What follows from the cadences of customers now, as against what stands in the to-do list. Everything is derived from what is stored: a
 * step that is wanted and not there is added, one that is there and not wanted is cancelled, for many customers at once. So nothing is
 * lost by a crash, and nothing comes twice: the database refuses it.
 */
@ApplicationScoped
class CadencePlan {

    /** For how many days a step is sent after its day, and planned; after that somebody decides. */
    static final int PATIENCE = 3;

    /**
     * Steps that apply to customers, whenever they are due. What comes in later than a week after its date is old, as from a file of another
     * system: it is not "created" or "received" now. {@code from_day} is when cadence and subject came together: what was due before does
     * not happen. Nobody is reminded of an invoice in a payment plan, unless an instalment is overdue.
     */
    private static final String WANTED = """
            with piece as (
                select p.customer_id, p.id as assignment_id, p.cadence_id, c.currency, e.time_zone, p.assigned_at,
                       (x.now at time zone e.time_zone)::date as today, (p.assigned_at at time zone e.time_zone)::date as since
                from customer_cadence p
                    join customer c on c.id = p.customer_id
                    join company_entity e on e.id = c.entity_id
                    join cadence k on k.id = p.cadence_id and k.active
                    cross join (select ?::timestamptz as now) x
                where p.customer_id = any(?::bigint[])),
            owed as (
                select p.*, o.id as item_id, o.due_date, o.issue_date, (o.recorded_at at time zone p.time_zone)::date as recorded
                from piece p
                    join open_item o on o.customer_id = p.customer_id and o.open_amount > 0 and o.kind = 'INVOICE'
                    join invoice i on i.id = o.id and not i.disputed
                where not
            """ + PlannedInvoices.keptTo("o.id", "p.today") + """
            ),
            wanted as (
                select o.customer_id, o.assignment_id, s.id as step_id, o.item_id, '' as occasion, o.today,
                       case s.condition when 'INVOICE_CREATED' then o.recorded + s.days when 'BEFORE_DUE' then o.due_date - s.days
                           else o.due_date + s.days end as due_on,
                       greatest(o.since, o.recorded) as from_day
                from owed o join cadence_step s on s.cadence_id = o.cadence_id
                where s.condition in ('BEFORE_DUE', 'ON_DUE', 'AFTER_DUE')
                    or (s.condition = 'INVOICE_CREATED' and o.recorded - o.issue_date <= 7)
                union all
                (select distinct on (o.customer_id, s.id) o.customer_id, o.assignment_id, s.id, o.item_id, '', o.today,
                        greatest(o.due_date + s.days, o.today), o.today
                 from owed o join cadence_step s on s.cadence_id = o.cadence_id and s.condition = 'OLDEST_PAST_DUE'
                 order by o.customer_id, s.id, o.due_date, o.item_id)
                union all
                select p.customer_id, p.assignment_id, s.id, o.id, '', p.today,
                       (o.recorded_at at time zone p.time_zone)::date + s.days, p.since
                from piece p
                    join cadence_step s on s.cadence_id = p.cadence_id and s.condition = 'PAYMENT_RECEIVED'
                    join open_item o on o.customer_id = p.customer_id and o.kind = 'PAYMENT' and o.voided_on is null
                        and o.recorded_at >= p.assigned_at and (o.recorded_at at time zone p.time_zone)::date - o.issue_date <= 7
                union all
                select p.customer_id, p.assignment_id, s.id, null, '', p.today, p.since + s.days, p.since
                from piece p join cadence_step s on s.cadence_id = p.cadence_id and s.condition = 'AFTER_ASSIGNED'
                union all
                select p.customer_id, p.assignment_id, s.id, null, m.day::text, p.today, m.day + s.days, p.since
                from piece p
                    join cadence_step s on s.cadence_id = p.cadence_id and s.condition = 'AFTER_LAST_CONTACT'
                    cross join lateral (
                        select (max(happened_at) at time zone p.time_zone)::date as day from message
                        where customer_id = p.customer_id and channel = 'EMAIL' and state = 'SENT') m
                where m.day is not null
                union all
                select p.customer_id, p.assignment_id, s.id, null, '', p.today, p.today, p.today
                from piece p
                    join cadence_step s on s.cadence_id = p.cadence_id and s.condition = 'BALANCE_EXCEEDS'
                where s.amount < (select coalesce(sum(amount), 0) from customer_open_sum
                                  where customer_id = p.customer_id and currency = p.currency))
            """;

    private static final String CANCEL = WANTED + """
            update to_do t set state = 'CANCELLED', reason = 'NO_LONGER_DUE', trouble = '', closed_at = ?, closed_by = ?,
                version = t.version + 1
            where t.customer_id = any(?::bigint[]) and t.assignment_id is not null and t.state in ('SCHEDULED', 'PENDING')
                and not exists (
                    select from wanted w where w.customer_id = t.customer_id and w.step_id = t.step_id
                        and w.item_id is not distinct from t.item_id and w.occasion = t.occasion
                        and (t.item_id is not null or w.assignment_id = t.assignment_id))
            returning t.id, t.customer_id, t.kind
            """;

    /** What was cancelled comes again, when it is wanted again, if its day has not passed meanwhile. */
    private static final String ADD = WANTED + """
            insert into to_do (created_at, created_by, customer_id, step_id, assignment_id, item_id, occasion, kind, due_on, state)
            select ?, ?, w.customer_id, w.step_id, w.assignment_id, w.item_id, w.occasion, s.kind, w.due_on, 'SCHEDULED'
            from wanted w
                join cadence_step s on s.id = w.step_id
                left join lateral (
                    select bool_or(t.state <> 'CANCELLED') as there, true as was from to_do t
                    where t.customer_id = w.customer_id and t.step_id = w.step_id and t.occasion = w.occasion
                        and t.item_id is not distinct from w.item_id
                        and (t.item_id is not null or t.assignment_id = w.assignment_id)
                    having count(*) > 0) e on true
            where not coalesce(e.there, false)
                and w.due_on >= greatest(case when e.was then w.today else w.from_day end, w.today -
            """ + PATIENCE + """
            ) on conflict do nothing
            """;

    private static final String REMOVED = """
            update to_do set state = 'CANCELLED', reason = 'CADENCE_REMOVED', trouble = '', closed_at = ?, closed_by = ?,
                version = version + 1
            where customer_id = any(?::bigint[]) and assignment_id is not null and state in ('SCHEDULED', 'PENDING')
            returning id, customer_id, kind
            """;

    private static final String NEXT = """
            with next as (
                select p.customer_id from customer_cadence p join customer c on c.id = p.customer_id
                where p.stale and not c.archived order by p.customer_id limit ?
                for no key update of c, p skip locked)
            update customer_cadence p set stale = false from next n where n.customer_id = p.customer_id
            returning p.customer_id
            """;

    /** Plans of which an instalment has become due since they were looked at: their customers are compared again, once for each day. */
    private static final String TURNED = """
            with turned as (
                select l.id, l.customer_id, (x.now at time zone e.time_zone)::date as today
                from payment_plan l
                    join customer c on c.id = l.customer_id
                    join company_entity e on e.id = l.entity_id
                    cross join (select ?::timestamptz as now) x
                where l.look_on < (x.now at time zone e.time_zone)::date and l.look_on < ?
                order by l.customer_id limit ?
                for no key update of c, l skip locked),
            looked as (
                update payment_plan l set look_on = (
                    select min(n.due_on) from payment_plan_instalment n where n.plan_id = l.id and n.due_on >= t.today)
                from turned t where t.id = l.id
                returning l.customer_id)
            update customer_cadence set stale = true where not stale and customer_id in (select customer_id from looked)
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Event<DomainEvents> happened;

    @Inject
    Clock clock;

    /** A to-do that was cancelled. */
    private record Cancelled(long id, long customerId, String kind) {}

    /**
     * Plans the next customers of whom something has changed. Their rows are held before anything of them is read, so that what changes
     * meanwhile marks them again.
     *
     * @return how many customers
     */
    int next(int limit) {
        // No zone is further ahead than 14 hours; by this bound the index is read.
        LocalDate atMost = LocalDate.ofInstant(clock.instant().plus(14, ChronoUnit.HOURS), ZoneOffset.UTC);
        Sql.execute(dataSource, TURNED, Sql.of(now(), atMost, limit));
        List<Long> ids = Sql.many(dataSource, NEXT, Sql.of(limit), row -> row.getLong(1));
        plan(ids);
        return ids.size();
    }

    /** Plans a customer whose row the caller holds, if something has changed since. */
    void fresh(long customerId) {
        if (Sql.execute(
                        dataSource,
                        "update customer_cadence set stale = false where customer_id = ? and stale",
                        Sql.of(customerId))
                == 1) {
            plan(List.of(customerId));
        }
    }

    /** Adds and cancels what follows for these customers. */
    void plan(List<Long> customerIds) {
        if (customerIds.isEmpty()) {
            return;
        }
        Long[] ids = customerIds.toArray(Long[]::new);
        Instant now = now();
        String login = CallerContext.current().login();
        tell(
                Sql.many(dataSource, CANCEL, Sql.of(now, ids, now, login, ids), CadencePlan::cancelled),
                ToDoReason.NO_LONGER_DUE);
        Sql.execute(dataSource, ADD, Sql.of(now, ids, now, login));
    }

    /** Cancels all that cadences have planned and was not sent (S4-22). */
    void cancel(List<Long> customerIds) {
        tell(
                Sql.many(
                        dataSource,
                        REMOVED,
                        Sql.of(now(), CallerContext.current().login(), customerIds.toArray(Long[]::new)),
                        CadencePlan::cancelled),
                ToDoReason.CADENCE_REMOVED);
    }

    private static Cancelled cancelled(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Cancelled(row.getLong(1), row.getLong(2), row.getString(3));
    }

    private void tell(List<Cancelled> cancelled, ToDoReason reason) {
        if (cancelled.isEmpty()) {
            return;
        }
        happened.fire(new DomainEvents(cancelled.stream()
                .map(each -> new DomainEvent(
                        "to-do.cancelled",
                        each.customerId(),
                        Map.of(),
                        new TreeMap<>(
                                Map.of("toDoId", Long.toString(each.id()), "kind", each.kind(), "why", reason.name()))))
                .toList()));
    }

    private Instant now() {
        return clock.instant();
    }
}
