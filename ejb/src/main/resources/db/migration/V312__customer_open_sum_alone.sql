-- The largest balances in the order of an index: the sum of a customer that is their only one in a currency is their balance. Whoever has
-- others, of another company entity or not added up yet, is added up when asked for.
alter table customer_open_sum add column alone boolean not null default false;
update customer_open_sum s set alone = true
where not fresh and not exists (
    select from customer_open_sum o
    where o.customer_id = s.customer_id and o.currency = s.currency and o.ctid <> s.ctid and not o.fresh);
create unique index customer_open_sum_alone_key on customer_open_sum (customer_id, currency) where alone;
create index customer_open_sum_largest_idx on customer_open_sum (currency, amount desc, customer_id) where alone;
-- What is fresh is not alone, so that one index is enough for both.
drop index customer_open_sum_fresh_idx;
create index customer_open_sum_apart_idx on customer_open_sum (customer_id, entity_id, currency) where not alone;
