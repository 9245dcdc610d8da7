-- For numbers that stand in a variable: the planner cannot know that they are not empty.
drop index invoice_number_idx;
create index invoice_number_idx on invoice (number collate "C");
drop index open_item_opening_idx;
create index open_item_opening_idx on open_item (number collate "C") where kind = 'OPENING_BALANCE';

-- The next number of a range that no document has, in one call: whoever draws next waits until the transaction ends. One that is drawn
-- apart, in a transaction of its own, need not be on disk before the document that has it: whatever is written later is on disk later.
create function number_drawn(entity bigint, document text, default_prefix text, apart boolean) returns text language plpgsql as $$
declare
    drawn text;
begin
    if apart then
        perform set_config('synchronous_commit', 'off', true);
    end if;
    loop
        update number_range r set next_number = next_number + 1 where r.entity_id = entity and r.kind = document
        returning prefix || case when length((next_number - 1)::text) >= digits then (next_number - 1)::text
                                 else lpad((next_number - 1)::text, digits, '0') end into drawn;
        if drawn is null then
            insert into number_range (entity_id, kind, prefix, digits, next_number, gap_free)
            values (entity, document, default_prefix, 6, 1, true) on conflict do nothing;
        else
            perform pg_advisory_xact_lock(hashtextextended(document || drawn, entity));
            if not exists (select from invoice i where i.entity_id = entity and i.kind = document and i.number collate "C" = drawn) then
                return drawn;
            end if;
        end if;
    end loop;
end
$$;

-- An open item changes in what is left of it, and once when it is given up; that of a document gets its number once, when all else of it
-- is written: others wait for the next number until then. An issued document changes in nothing that stands on paper.
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
        return new;
    end if;
    raise exception 'An open item stays as it was posted' using errcode = 'restrict_violation';
end
$$;
