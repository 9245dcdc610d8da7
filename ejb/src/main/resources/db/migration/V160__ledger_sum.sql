-- What the ledger comes to by day, so that totals need no look at every item. Each statement that changes the ledger adds the difference
-- as rows of their own: nobody waits for anybody, and whoever reads sees what was committed, to the cent. A job adds rows of one key up
-- later, which changes no sum. The proof of the ledger compares both.
create table open_item_sum (
    entity_id bigint         not null,
    currency  char(3)        not null,
    direction smallint       not null,
    due_date  date           not null,
    -- How many items have something left, and what is left of them.
    items     bigint         not null,
    amount    numeric(23, 4) not null
);

create table item_movement_sum (
    entity_id      bigint         not null,
    currency       char(3)        not null,
    direction      smallint       not null,
    -- Whether an invoice was issued or voided by it.
    sale           boolean        not null,
    effective_date date           not null,
    due_date       date           not null,
    amount         numeric(23, 4) not null
);

create function open_item_summed() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into open_item_sum
        select entity_id, currency, direction, due_date, count(*), sum(open_amount) from added where open_amount > 0 group by 1, 2, 3, 4;
    elsif tg_op = 'DELETE' then
        insert into open_item_sum
        select entity_id, currency, direction, due_date, -count(*), -sum(open_amount) from gone where open_amount > 0 group by 1, 2, 3, 4;
    else
        insert into open_item_sum
        select entity_id, currency, direction, due_date, sum(n), sum(amount)
        from (select entity_id, currency, direction, due_date, 1 as n, open_amount as amount from added where open_amount > 0
              union all
              select entity_id, currency, direction, due_date, -1, -open_amount from gone where open_amount > 0) d
        group by 1, 2, 3, 4 having sum(n) <> 0 or sum(amount) <> 0;
    end if;
    return null;
end
$$;
create trigger open_item_added after insert on open_item referencing new table as added
    for each statement execute function open_item_summed();
create trigger open_item_changed after update on open_item referencing old table as gone new table as added
    for each statement execute function open_item_summed();
create trigger open_item_gone after delete on open_item referencing old table as gone
    for each statement execute function open_item_summed();

create function item_movement_summed() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into item_movement_sum
        select m.entity_id, m.currency, m.direction, p.kind in ('INVOICE_ISSUED', 'INVOICE_VOIDED'), m.effective_date, m.due_date,
               sum(m.amount)
        from added m join posting p on p.id = m.posting_id group by 1, 2, 3, 4, 5, 6;
    else
        insert into item_movement_sum
        select m.entity_id, m.currency, m.direction, coalesce(p.kind in ('INVOICE_ISSUED', 'INVOICE_VOIDED'), false), m.effective_date,
               m.due_date, -sum(m.amount)
        from gone m left join posting p on p.id = m.posting_id group by 1, 2, 3, 4, 5, 6;
    end if;
    return null;
end
$$;
create trigger item_movement_added after insert on item_movement referencing new table as added
    for each statement execute function item_movement_summed();
create trigger item_movement_gone after delete on item_movement referencing old table as gone
    for each statement execute function item_movement_summed();

-- An erased posting takes its movements with it, which then cannot ask it any more whether they were a sale.
create function posting_leaves_sales() returns trigger language plpgsql as $$
begin
    insert into item_movement_sum
    select m.entity_id, m.currency, m.direction, s.sale, m.effective_date, m.due_date, sum(case when s.sale then -m.amount else m.amount end)
    from item_movement m cross join (values (true), (false)) s (sale) where m.posting_id = old.id group by 1, 2, 3, 4, 5, 6;
    return old;
end
$$;
create trigger posting_leaves_sales before delete on posting for each row
    when (old.kind in ('INVOICE_ISSUED', 'INVOICE_VOIDED')) execute function posting_leaves_sales();

-- A merge changes the customer of movements and nothing that is added up here.
insert into open_item_sum
select entity_id, currency, direction, due_date, count(*), sum(open_amount) from open_item where open_amount > 0 group by 1, 2, 3, 4;
insert into item_movement_sum
select m.entity_id, m.currency, m.direction, p.kind in ('INVOICE_ISSUED', 'INVOICE_VOIDED'), m.effective_date, m.due_date, sum(m.amount)
from item_movement m join posting p on p.id = m.posting_id group by 1, 2, 3, 4, 5, 6;
