-- Templates of invoices that a company names (entries of the system table INVOICE_TEMPLATES), and what each of them offers.
create table invoice_template (
    entry_id bigint primary key references system_table_entry on delete cascade,
    -- Empty for that of the company entity.
    language text   not null check (language in ('', 'en', 'de')),
    ways     text[] not null check (ways <@ array ['BANK_TRANSFER', 'CARD', 'DIRECT_DEBIT', 'CHECK', 'CASH'])
);

-- What a document of the customer is printed by when it says nothing itself.
create table customer_invoice_template (
    customer_id bigint primary key references customer on delete cascade,
    entry_id    bigint not null references system_table_entry
);
create index customer_invoice_template_entry on customer_invoice_template (entry_id);

-- How often a named one is used; languages have two letters.
create index invoice_named_template on invoice (template) where length(template) > 2;

-- A named template may have a text of its own: its code, empty for the one of all others.
alter table document_template add column design text not null default '';
alter table document_template drop constraint document_template_kind_language_version_key;
alter table document_template add unique (kind, language, design, version);

-- The ways to pay that stand on the paper, settled with its look.
alter table document_look add column ways text[] not null default '{}';
