-- Custom fields of contacts, invoices and credit memos, payments, and employees: key to value, as with customers.
alter table contact  add column custom_values jsonb not null default '{}' check (jsonb_typeof(custom_values) = 'object');
alter table invoice  add column custom_values jsonb not null default '{}' check (jsonb_typeof(custom_values) = 'object');
alter table payment  add column custom_values jsonb not null default '{}' check (jsonb_typeof(custom_values) = 'object');
alter table app_user add column custom_values jsonb not null default '{}' check (jsonb_typeof(custom_values) = 'object');

-- How often what is noted of a payment was changed: its version counts that besides the movements of its money.
alter table payment add column revisions integer not null default 0;

-- Partial, so that documents without these cost an import nothing.
create index invoice_custom_idx on invoice using gin (custom_values) where custom_values <> '{}';
create index payment_custom_idx on payment using gin (custom_values) where custom_values <> '{}';

-- What a company notes of a document does not stand on paper: it may be changed when the document was issued.
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
    then
        return new;
    end if;
    raise exception 'An issued document stays as it is' using errcode = 'restrict_violation';
end
$$;
