-- When a message and a to-do changed last: with their version, whoever changes them.
create function note_version() returns trigger language plpgsql as $$
begin
    new.updated_at := case when tg_op = 'INSERT' then new.created_at else now() end;
    return new;
end $$;

alter table message add column updated_at timestamptz;
update message set updated_at = greatest(created_at, happened_at);
alter table message alter column updated_at set not null;
create trigger message_made before insert on message for each row execute function note_version();
create trigger message_changed before update on message for each row when (new.version <> old.version) execute function note_version();

alter table to_do add column updated_at timestamptz;
update to_do set updated_at = coalesce(closed_at, created_at);
alter table to_do alter column updated_at set not null;
create trigger to_do_made before insert on to_do for each row execute function note_version();
create trigger to_do_changed before update on to_do for each row when (new.version <> old.version) execute function note_version();
