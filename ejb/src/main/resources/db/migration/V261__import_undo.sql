-- An import that is taken back counters what it posted. The documents stay and are void; their numbers are free for the file to come again,
-- which is the one thing that changes of an issued document by it.
create or replace function invoice_is_frozen() returns trigger language plpgsql as $$
declare
    free constant text[] := array ['version', 'updated_at', 'updated_by', 'disputed', 'dispute_reason', 'void_reason',
        'custom_values'];
begin
    if old.issued_at is null then
        return case when tg_op = 'DELETE' then old else new end;
    end if;
    if tg_op = 'DELETE' then
        if current_setting('kontor.erasing', true) = 'on' then
            return old;
        end if;
    elsif to_jsonb(new) - free = to_jsonb(old) - free
        or (current_setting('kontor.merging', true) = 'on'
            and to_jsonb(new) - free - 'customer_id' = to_jsonb(old) - free - 'customer_id')
        or (new.void_reason <> '' and not new.number_is_unique
            and to_jsonb(new) - free - 'number_is_unique' = to_jsonb(old) - free - 'number_is_unique')
    then
        return new;
    end if;
    raise exception 'An issued document stays as it is' using errcode = 'restrict_violation';
end
$$;

-- Which documents were sent.
create index message_file_reference on message_file (reference_id);
