-- The audit log is read by noun ("sign-in"), by who did it, and in order of time.
alter table access_event add column noun text not null generated always as (split_part(kind, '.', 1)) stored;
create index access_event_noun on access_event (noun, id);
create index access_event_actor on access_event (actor, id);

create function append_only() returns trigger language plpgsql as
$$ begin raise exception 'What is in % stays as it was written', tg_table_name using errcode = 'restrict_violation'; end $$;
create trigger access_event_append_only before update or delete or truncate on access_event
    for each statement execute function append_only();
