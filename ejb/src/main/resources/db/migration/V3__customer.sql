create extension if not exists pg_trgm;

-- Steps by one, not by a block: people read these numbers, and creation takes as many as it needs in one statement.
create sequence customer_seq;

create table customer (
    id                      bigint      primary key default nextval('customer_seq'),
    version                 bigint      not null default 1,
    created_at              timestamptz not null,
    created_by              text        not null,
    updated_at              timestamptz not null,
    updated_by              text        not null,
    entity_id               bigint      not null references company_entity,
    account_number          text        not null,
    account_type            text        not null check (account_type in ('STANDARD', 'PARENT', 'CHILD')),
    parent_id               bigint      references customer check (parent_id <> id),
    customer_class          text        not null check (customer_class in ('BUSINESS', 'RESIDENTIAL')),
    status                  text        not null check (status in ('OPEN', 'PENDING', 'PROSPECT', 'CLOSED')),
    company_name            text        not null,
    first_name              text        not null,
    middle_name             text        not null,
    last_name               text        not null,
    suffix                  text        not null,
    nickname                text        not null,
    display_name            text        not null check (display_name <> ''),
    display_name_overridden boolean     not null,
    website                 text        not null,
    bill_method             text        not null check (bill_method in ('PRINT', 'EMAIL', 'PRINT_AND_EMAIL')),
    address_line1           text        not null,
    address_line2           text        not null,
    address_city            text        not null,
    address_state           text        not null,
    address_postal_code     text        not null,
    address_country         text        not null,
    birthdate               date,
    gender                  text        not null,
    occupation              text        not null,
    currency                char(3)     not null,
    auto_payments           boolean     not null default true,
    archived                boolean     not null default false,
    -- The three below are derived from the others by one Java class: folded to lower-case Latin letters without accents,
    -- so that order, equality and search do not depend on the locale of the database.
    sort_name               text        collate "C" not null,
    match_name              text        collate "C" not null,
    search_text             text        collate "C" not null,
    check ((account_type = 'CHILD') = (parent_id is not null))
);

alter sequence customer_seq owned by customer.id;

create unique index customer_account_number_key on customer (entity_id, account_number) where account_number <> '';
create index customer_name_idx on customer (sort_name, id);
-- A list of some states and one class is put together from its ranges of this index, however rare they are.
create index customer_status_idx on customer (status, customer_class, sort_name, id);
create index customer_hierarchy_idx on customer (sort_name, id) where account_type <> 'STANDARD';
create index customer_archived_idx on customer (sort_name, id) where archived;
create index customer_created_idx on customer (created_at, id);
create index customer_updated_idx on customer (updated_at, id);
create index customer_account_number_idx on customer (account_number collate "C", id);
create index customer_parent_idx on customer (parent_id) where parent_id is not null;
create index customer_match_idx on customer (match_name, birthdate) where birthdate is not null;
create index customer_search_idx on customer using gin (search_text gin_trgm_ops);

create table customer_email (
    customer_id bigint   not null references customer on delete cascade,
    position    smallint not null,
    address     text     not null check (address <> ''),
    primary key (customer_id, position)
);

create index customer_email_address_idx on customer_email (lower(address) collate "C");

create table customer_phone (
    customer_id bigint   not null references customer on delete cascade,
    position    smallint not null,
    type        text     not null check (type in ('MOBILE', 'HOME', 'WORK', 'EMERGENCY', 'FAX', 'OTHER')),
    number      text     not null check (number <> ''),
    primary key (customer_id, position)
);

create index customer_phone_number_idx on customer_phone (number collate "C");

-- The order of the key serves the search by system and value whatever the kind.
create table external_id (
    system      text   not null,
    value       text   not null,
    kind        text   not null,
    customer_id bigint not null references customer on delete cascade,
    constraint external_id_key primary key (system, value, kind)
);

create index external_id_customer_idx on external_id (customer_id);

create table contact (
    id                  bigint      primary key generated by default as identity,
    version             bigint      not null default 1,
    created_at          timestamptz not null,
    created_by          text        not null,
    updated_at          timestamptz not null,
    updated_by          text        not null,
    customer_id         bigint      not null references customer,
    first_name          text        not null,
    last_name           text        not null,
    title               text        not null,
    email               text        not null,
    phone               text        not null,
    mobile              text        not null,
    address_line1       text        not null,
    address_line2       text        not null,
    address_city        text        not null,
    address_state       text        not null,
    address_postal_code text        not null,
    address_country     text        not null,
    status              text        not null check (status in ('ACTIVE', 'INACTIVE')),
    is_primary          boolean     not null,
    -- Fields that still follow the customer, separated by commas: those of an automatic contact that nobody edited.
    linked_fields       text        not null,
    check (not is_primary or status = 'ACTIVE')
);

create unique index contact_primary_key on contact (customer_id) where is_primary;
create index contact_customer_idx on contact (customer_id);

create table note (
    id          bigint      primary key generated by default as identity,
    customer_id bigint      not null references customer,
    text        text        not null check (length(text) between 1 and 20000),
    internal    boolean     not null,
    created_at  timestamptz not null,
    created_by  text        not null
);

create index note_customer_idx on note (customer_id, id);

create table timeline_entry (
    id          bigint      primary key generated by default as identity,
    customer_id bigint      not null references customer,
    at          timestamptz not null,
    actor       text        not null,
    kind        text        not null,
    changes     jsonb       not null,
    details     jsonb       not null
);

create index timeline_entry_customer_idx on timeline_entry (customer_id, id);

-- History is not rewritten. Erasure of a customer, which must remove it, says so for its own transaction:
-- set local kontor.erasing = 'on'.
create function timeline_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('kontor.erasing', true) = 'on' then
        return old;
    end if;
    raise exception 'The timeline is append-only.' using errcode = 'restrict_violation';
end
$$;

create trigger timeline_entry_append_only before update or delete on timeline_entry
    for each row execute function timeline_is_append_only();

create trigger timeline_entry_not_truncated before truncate on timeline_entry
    for each statement execute function timeline_is_append_only();
