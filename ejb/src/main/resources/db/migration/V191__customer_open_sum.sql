-- What is left of the items of each customer, owed less held, so that the largest balances need no look at every item. Kept as the
-- sums by day are: each statement adds the difference as rows of their own, a job adds them up later, the proof compares both.
create table customer_open_sum (
    customer_id bigint         not null,
    entity_id   bigint         not null,
    currency    char(3)        not null,
    -- How many items have something left, and what is left of them: plus is owed.
    items       bigint         not null,
    amount      numeric(23, 4) not null,
    -- Whether the row was not added to the others of its key yet.
    fresh       boolean        not null
);
create index customer_open_sum_customer_idx on customer_open_sum (customer_id);
create index customer_open_sum_fresh_idx on customer_open_sum (customer_id, entity_id, currency) where fresh;

create or replace function open_item_summed() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into open_item_sum
        select entity_id, currency, direction, due_date, count(*), sum(open_amount) from added where open_amount > 0 group by 1, 2, 3, 4;
        insert into customer_open_sum
        select customer_id, entity_id, currency, count(*), sum(direction * open_amount), true from added where open_amount > 0
        group by 1, 2, 3;
    elsif tg_op = 'DELETE' then
        insert into open_item_sum
        select entity_id, currency, direction, due_date, -count(*), -sum(open_amount) from gone where open_amount > 0 group by 1, 2, 3, 4;
        insert into customer_open_sum
        select customer_id, entity_id, currency, -count(*), -sum(direction * open_amount), true from gone where open_amount > 0
        group by 1, 2, 3;
    else
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
    end if;
    return null;
end
$$;

insert into customer_open_sum
select customer_id, entity_id, currency, count(*), sum(direction * open_amount), false from open_item where open_amount > 0 group by 1, 2, 3;
