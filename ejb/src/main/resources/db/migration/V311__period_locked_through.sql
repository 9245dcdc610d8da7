-- The last day of a company entity that is locked, held as it is until the transaction ends. Asked for behind the lock, in a statement of
-- its own: whoever waited while somebody locked a period would else see what was before.
create function period_locked_through(lock integer, entity bigint) returns date language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(lock, entity::integer);
    return (select s.locked_through from receivable_setting s where s.entity_id = entity);
end
$$;
