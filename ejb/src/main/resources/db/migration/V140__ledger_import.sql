-- What an import posted, so that it can be taken back.
create table import_posting (
    posting_id bigint primary key references posting on delete cascade,
    import_id  bigint not null references import_run on delete cascade
);
create index import_posting_import_idx on import_posting (import_id);

-- Files of invoices often name a customer by nothing but the name.
drop index customer_match_idx;
create index customer_match_idx on customer (match_name, birthdate);

-- Invoices are named by their number; so are opening balances.
create index open_item_opening_idx on open_item (number collate "C") where kind = 'OPENING_BALANCE' and number <> '';
