-- What the invoices of a day come to, so that what was issued and what was paid in a period need no look at every invoice of it. Kept
-- as the other sums of the ledger are: each statement adds the difference as rows of their own, a job adds them up later, the proof
-- compares both.
create table invoice_day_sum (
    entity_id  bigint         not null,
    currency   char(3)        not null,
    day        date           not null,
    -- Invoices issued on the day and not void, and what is left of them.
    issued     numeric(23, 4) not null,
    unpaid     numeric(23, 4) not null,
    -- Invoices paid on the day (open_item.paid_on): how many, their amounts, and the sum of amount × days late.
    paid_items bigint         not null,
    paid       numeric(23, 4) not null,
    late       numeric(29, 4) not null
);

-- The last day on which something was taken off an invoice of which nothing is left, and that was neither voided nor given up in part.
-- Triggers keep it; nobody else writes it.
alter table open_item add column paid_on date;

create or replace function open_item_is_frozen() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if current_setting('kontor.erasing', true) = 'on' then
            return old;
        end if;
    elsif (new.id, new.entity_id, new.kind, new.direction, new.component, new.currency, new.amount, new.issue_date, new.due_date,
           new.recorded_at)
            = (old.id, old.entity_id, old.kind, old.direction, old.component, old.currency, old.amount, old.issue_date, old.due_date,
               old.recorded_at)
        and (new.number = old.number or (old.number = '' and old.kind in ('INVOICE', 'CREDIT_MEMO')))
        and (new.customer_id = old.customer_id or current_setting('kontor.merging', true) = 'on')
        and (old.voided_on is null or new.voided_on = old.voided_on)
    then
        if new.kind <> 'INVOICE' or new.open_amount > 0 or new.voided_on is not null or new.written_off_on is not null then
            new.paid_on := null;
        elsif new.customer_id <> old.customer_id then
            -- A merge changes whose it is and nothing else.
            new.paid_on := old.paid_on;
        else
            select max(effective_date) into new.paid_on from item_movement where item_id = new.id and amount < 0;
        end if;
        return new;
    end if;
    raise exception 'An open item stays as it was posted' using errcode = 'restrict_violation';
end
$$;

-- Where movements are written behind what is left of their item, the item looks for its day again.
create or replace function item_movement_summed() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into item_movement_sum
        select m.entity_id, m.currency, m.direction, p.kind in ('INVOICE_ISSUED', 'INVOICE_VOIDED'), m.effective_date, m.due_date,
               sum(m.amount)
        from added m join posting p on p.id = m.posting_id group by 1, 2, 3, 4, 5, 6;
        if exists (select from added m join open_item o on o.id = m.item_id
                   where m.amount < 0 and m.direction = 1 and o.kind = 'INVOICE' and o.open_amount = 0)
        then
            update open_item o set paid_on = null
            where o.kind = 'INVOICE' and o.open_amount = 0 and o.id in (select item_id from added where amount < 0 and direction = 1);
        end if;
    else
        insert into item_movement_sum
        select m.entity_id, m.currency, m.direction, coalesce(p.kind in ('INVOICE_ISSUED', 'INVOICE_VOIDED'), false), m.effective_date,
               m.due_date, -sum(m.amount)
        from gone m left join posting p on p.id = m.posting_id group by 1, 2, 3, 4, 5, 6;
        if exists (select from gone m join open_item o on o.id = m.item_id where o.paid_on is not null) then
            update open_item o set paid_on = null where o.paid_on is not null and o.id in (select item_id from gone);
        end if;
    end if;
    return null;
end
$$;

create or replace function open_item_summed() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into open_item_sum
        select entity_id, currency, direction, due_date, count(*), sum(open_amount) from added where open_amount > 0 group by 1, 2, 3, 4;
        insert into customer_open_sum
        select customer_id, entity_id, currency, count(*), sum(direction * open_amount), true from added where open_amount > 0
        group by 1, 2, 3;
        insert into invoice_day_sum
        select entity_id, currency, day, sum(issued), sum(unpaid), sum(n), sum(paid), sum(late)
        from (select entity_id, currency, issue_date as day, amount as issued, open_amount as unpaid, 0 as n, 0 as paid, 0 as late
              from added where kind = 'INVOICE' and voided_on is null
              union all
              select entity_id, currency, paid_on, 0, 0, 1, amount, amount * greatest(0, paid_on - due_date)
              from added where paid_on is not null) d
        group by entity_id, currency, day;
    elsif tg_op = 'DELETE' then
        insert into open_item_sum
        select entity_id, currency, direction, due_date, -count(*), -sum(open_amount) from gone where open_amount > 0 group by 1, 2, 3, 4;
        insert into customer_open_sum
        select customer_id, entity_id, currency, -count(*), -sum(direction * open_amount), true from gone where open_amount > 0
        group by 1, 2, 3;
        insert into invoice_day_sum
        select entity_id, currency, day, -sum(issued), -sum(unpaid), -sum(n), -sum(paid), -sum(late)
        from (select entity_id, currency, issue_date as day, amount as issued, open_amount as unpaid, 0 as n, 0 as paid, 0 as late
              from gone where kind = 'INVOICE' and voided_on is null
              union all
              select entity_id, currency, paid_on, 0, 0, 1, amount, amount * greatest(0, paid_on - due_date)
              from gone where paid_on is not null) d
        group by entity_id, currency, day;
    -- Most updates give a number and change nothing that is added up.
    elsif exists (select id, customer_id, open_amount, voided_on, paid_on from added
                  except all
                  select id, customer_id, open_amount, voided_on, paid_on from gone)
    then
        insert into open_item_sum
        select entity_id, currency, direction, due_date, sum(n), sum(amount)
        from (select entity_id, currency, direction, due_date, 1 as n, open_amount as amount from added where open_amount > 0
              union all
              select entity_id, currency, direction, due_date, -1, -open_amount from gone where open_amount > 0) d
        group by entity_id, currency, direction, due_date having sum(n) <> 0 or sum(amount) <> 0;
        -- A merge changes whose items they are, and nothing else.
        insert into customer_open_sum
        select customer_id, entity_id, currency, sum(n), sum(amount), true
        from (select customer_id, entity_id, currency, 1 as n, direction * open_amount as amount from added where open_amount > 0
              union all
              select customer_id, entity_id, currency, -1, -direction * open_amount from gone where open_amount > 0) d
        group by customer_id, entity_id, currency having sum(n) <> 0 or sum(amount) <> 0;
        insert into invoice_day_sum
        select entity_id, currency, day, sum(issued), sum(unpaid), sum(n), sum(paid), sum(late)
        from (select entity_id, currency, issue_date as day, amount as issued, open_amount as unpaid, 0 as n, 0 as paid, 0 as late
              from added where kind = 'INVOICE' and voided_on is null
              union all
              select entity_id, currency, issue_date, -amount, -open_amount, 0, 0, 0
              from gone where kind = 'INVOICE' and voided_on is null
              union all
              select entity_id, currency, paid_on, 0, 0, 1, amount, amount * greatest(0, paid_on - due_date)
              from added where paid_on is not null
              union all
              select entity_id, currency, paid_on, 0, 0, -1, -amount, -amount * greatest(0, paid_on - due_date)
              from gone where paid_on is not null) d
        group by entity_id, currency, day
        having sum(issued) <> 0 or sum(unpaid) <> 0 or sum(n) <> 0 or sum(paid) <> 0 or sum(late) <> 0;
    end if;
    return null;
end
$$;

-- What is there already. Its triggers would look at each item by itself.
alter table open_item disable trigger user;
update open_item o set paid_on = m.day
from (select item_id, max(effective_date) as day from item_movement where amount < 0 group by item_id) m
where m.item_id = o.id and o.kind = 'INVOICE' and o.open_amount = 0 and o.voided_on is null and o.written_off_on is null;
alter table open_item enable trigger user;
insert into invoice_day_sum
select entity_id, currency, day, sum(issued), sum(unpaid), sum(n), sum(paid), sum(late)
from (select entity_id, currency, issue_date as day, amount as issued, open_amount as unpaid, 0 as n, 0 as paid, 0 as late
      from open_item where kind = 'INVOICE' and voided_on is null
      union all
      select entity_id, currency, paid_on, 0, 0, 1, amount, amount * greatest(0, paid_on - due_date)
      from open_item where paid_on is not null) d
group by entity_id, currency, day;
