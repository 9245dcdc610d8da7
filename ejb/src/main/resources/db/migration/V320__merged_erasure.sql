-- Numbers of the customers that a merge had brought into the one who was erased: they are answered as that one's is.
alter table erasure add column former_ids bigint[] not null default '{}';
create index erasure_former_ids_idx on erasure using gin (former_ids);

-- What is told beside the record (JSON), numbers alone: of a merge, who became one with whom.
alter table webhook_delivery add column facts jsonb not null default '{}';

-- An entry of a history without the values in which one of these texts stands, or without any value for null. Which fields there
-- were stays known.
create function timeline_struck(entry jsonb, texts text[]) returns jsonb language sql immutable as $$
    select coalesce(jsonb_object_agg(e.key, case
        when texts is not null and not exists (select from (select to_jsonb(t)::text as quoted from unnest(texts) t) q
            where strpos(lower(e.value::text), lower(substr(q.quoted, 2, length(q.quoted) - 2))) > 0) then e.value
        when jsonb_typeof(e.value) = 'array' then '["", ""]'::jsonb
        else '""'::jsonb end), '{}') from jsonb_each(entry) e
$$;

-- History is erased with its customer; of somebody who was part of another customer for a while, the values go out of that one's history.
create or replace function timeline_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if current_setting('kontor.erasing', true) = 'on' then
            return old;
        end if;
    elsif tg_op = 'UPDATE' and current_setting('kontor.merging', true) = 'on'
        and to_jsonb(new) - '{customer_id,contact_id}'::text[] = to_jsonb(old) - '{customer_id,contact_id}'::text[]
    then
        return new;
    elsif tg_op = 'UPDATE' and current_setting('kontor.erasing', true) = 'on'
        and to_jsonb(new) - '{changes,details}'::text[] = to_jsonb(old) - '{changes,details}'::text[]
    then
        return new;
    end if;
    raise exception 'The timeline is append-only.' using errcode = 'restrict_violation';
end
$$;

-- What merges that were taken back before this version left.
do $$
begin
    perform set_config('kontor.erasing', 'on', true);
    update timeline_entry t set changes = timeline_struck(t.changes, null) from customer_merge m
    where m.undone_at is not null and t.customer_id = m.customer_id and t.details ->> 'mergeId' = m.id::text and t.changes <> '{}';
    perform set_config('kontor.erasing', 'off', true);
end
$$;
