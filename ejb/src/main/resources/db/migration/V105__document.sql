-- How a company entity presents itself on paper: a row for each version. What was issued refers to the one that it was made with.
create table letterhead (
    id             bigint      primary key generated always as identity,
    entity_id      bigint      not null references company_entity,
    version        bigint      not null check (version > 0),
    created_at     timestamptz not null,
    created_by     text        not null,
    -- Decides the language, and how dates and amounts are written.
    locale         text        not null,
    line1          text        not null check (length(line1) <= 200),
    line2          text        not null check (length(line2) <= 200),
    city           text        not null check (length(city) <= 100),
    state          text        not null check (length(state) <= 100),
    postal_code    text        not null check (length(postal_code) <= 20),
    country        text        not null check (length(country) <= 100),
    vat_id         text        not null check (length(vat_id) <= 30),
    tax_number     text        not null check (length(tax_number) <= 30),
    email          text        not null check (length(email) <= 254),
    phone          text        not null check (length(phone) <= 50),
    website        text        not null check (length(website) <= 500),
    account_holder text        not null check (length(account_holder) <= 100),
    iban           text        not null check (length(iban) <= 34),
    bic            text        not null check (length(bic) <= 11),
    accent         text        not null check (accent ~ '^#[0-9a-f]{6}$'),
    footer         text        not null check (length(footer) <= 1000),
    logo_type      text        not null check (logo_type in ('', 'image/png', 'image/jpeg')),
    logo           bytea       not null check ((logo_type = '') = (length(logo) = 0)),
    unique (entity_id, version)
);

-- The text of a template: a row for each version. Standard ones came with Kontor.
create table document_template (
    id         bigint      primary key generated always as identity,
    kind       text        not null check (kind in ('INVOICE', 'STATEMENT')),
    language   text        not null check (language in ('en', 'de')),
    version    bigint      not null check (version > 0),
    created_at timestamptz not null,
    created_by text        not null,
    standard   boolean     not null,
    body       text        not null,
    unique (kind, language, version)
);

-- What an issued document looks like, settled when it is first made into a paper. The e-mail address is that of the customer then.
create table document_look (
    invoice_id    bigint      primary key references invoice on delete cascade,
    made_at       timestamptz not null,
    letterhead_id bigint      not null references letterhead,
    template_id   bigint      not null references document_template,
    buyer_email   text        not null
);
create index document_look_letterhead on document_look (letterhead_id);
create index document_look_template on document_look (template_id);

create trigger letterhead_append_only before update or delete on letterhead for each row execute function ledger_is_append_only();
create trigger document_template_append_only before update or delete on document_template
    for each row execute function ledger_is_append_only();
create trigger document_look_stays before update on document_look for each row execute function ledger_is_append_only();
