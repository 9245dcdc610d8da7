-- Views of the customer list that somebody named: what narrows and orders it, and which columns are shown.
create table saved_view (
    id         bigint      generated always as identity primary key,
    version    bigint      not null default 1,
    created_at timestamptz not null,
    created_by text        not null,
    updated_at timestamptz not null,
    updated_by text        not null,
    user_id    bigint      not null references app_user,
    name       text        not null check (length(name) between 1 and 100),
    shared     boolean     not null,
    -- Parameters of the address of the list, as an object of texts.
    parameters jsonb       not null,
    -- Columns that are shown, in no order; empty for those that the reader has chosen.
    columns    text[]      not null
);
create unique index saved_view_name on saved_view (user_id, lower(name));
create index saved_view_shared on saved_view (lower(name)) where shared;
