-- When an e-mail was last sent to a customer (S4-55), beside the customer: lists are ordered by it. Never is -infinity, so that it has a place in
-- the order and a cursor can stand on it.
alter table customer add column last_contacted_at timestamptz not null default '-infinity';

-- Who was written to since some day is told by the column now; this one leads to the last e-mail of a customer.
drop index message_mailed_idx;
create index message_mailed_idx on message (customer_id, happened_at) where channel = 'EMAIL' and state = 'SENT';

alter table customer disable trigger customer_entered;
update customer c set last_contacted_at = m.at
from (select customer_id, max(happened_at) as at from message where channel = 'EMAIL' and state = 'SENT' group by customer_id) m
where m.customer_id = c.id;
alter table customer enable trigger customer_entered;

-- Customers that a merge took away come back with the column, too.
update merge_row set before = before || '{"last_contacted_at": "-infinity"}' where table_name = 'customer' and after is null;

create index customer_contacted_idx on customer (last_contacted_at, id);

-- Whatever sends, moves (a merge, its undo) or removes e-mails; of customers whose sent e-mails are others now, it is looked up anew. Their rows are
-- held first: what two transactions send to one customer at once counts, whichever of them ends first.
create function message_contacts() returns trigger language plpgsql as $$
declare
    touched bigint[];
begin
    if tg_op = 'INSERT' then
        select array_agg(distinct customer_id) into touched from added where channel = 'EMAIL' and state = 'SENT';
    elsif tg_op = 'DELETE' then
        select array_agg(distinct customer_id) into touched from gone where channel = 'EMAIL' and state = 'SENT';
    else
        select array_agg(distinct c.id) into touched
        from gone g join added a using (id) cross join lateral (values (g.customer_id), (a.customer_id)) c(id)
        where (g.channel = 'EMAIL' and g.state = 'SENT' or a.channel = 'EMAIL' and a.state = 'SENT')
          and (g.customer_id, g.channel, g.state, g.happened_at) is distinct from (a.customer_id, a.channel, a.state, a.happened_at);
    end if;
    if touched is null then
        return null;
    end if;
    perform 1 from customer where id = any(touched) order by id for no key update;
    update customer c set last_contacted_at = n.at
    from (select t.id, coalesce((select max(m.happened_at) from message m
              where m.customer_id = t.id and m.channel = 'EMAIL' and m.state = 'SENT'), '-infinity') as at
          from unnest(touched) t(id)) n
    where c.id = n.id and c.last_contacted_at <> n.at;
    return null;
end
$$;
create trigger message_contacts_insert after insert on message
    referencing new table as added for each statement execute function message_contacts();
create trigger message_contacts_update after update on message
    referencing old table as gone new table as added for each statement execute function message_contacts();
create trigger message_contacts_delete after delete on message
    referencing old table as gone for each statement execute function message_contacts();
