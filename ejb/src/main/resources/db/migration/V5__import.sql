-- An import: the file, what was asked, and how far it is. The counts move in the same transaction as the customers.
create table import_run (
    id               bigint      generated always as identity primary key,
    version          bigint      not null default 1,
    created_at       timestamptz not null,
    created_by       text        not null,
    user_id          bigint      not null,
    updated_at       timestamptz not null,
    file_name        text        not null check (length(file_name) between 1 and 255),
    file_size        bigint      not null,
    sha256           text        not null check (length(sha256) = 64),
    charset          text        not null,
    delimiter        char(1)     not null,
    header           text[]      not null,
    format           text        not null,
    candidates       text[]      not null,
    header_problems  text[]      not null,
    ignored_columns  text[]      not null,
    state            text        not null check (state in ('UPLOADED', 'PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    dry_run          boolean     not null,
    on_duplicate     text        not null check (on_duplicate in ('SKIP', 'UPDATE', 'CREATE')),
    cancel_requested boolean     not null default false,
    rows_read        bigint      not null default 0,
    created          bigint      not null default 0,
    updated          bigint      not null default 0,
    skipped          bigint      not null default 0,
    failed           bigint      not null default 0,
    bytes_read       bigint      not null default 0,
    checkpoint_row   bigint      not null default 0,
    failure          text        not null default '',
    check (created + updated + skipped + failed = rows_read)
);

-- The file in compressed pieces, so that any node can go on with it. Compressed already: no second attempt.
create table import_piece (
    import_id bigint not null references import_run on delete cascade deferrable initially deferred,
    piece     int    not null,
    content   bytea  not null,
    primary key (import_id, piece)
);
alter table import_piece alter column content set storage external;

create table import_problem (
    import_id   bigint   not null references import_run on delete cascade,
    row_number  bigint   not null,
    position    smallint not null,
    line        bigint   not null,
    column_name text     not null,
    value       text     not null,
    code        text     not null,
    message     text     not null,
    outcome     text     not null check (outcome in ('REJECTED', 'SKIPPED', 'NOTE')),
    primary key (import_id, row_number, position)
);

-- Which rows were imported ever, by a hash of their content: the same row never comes in twice, even after the customer
-- was edited. No reference to the customer on purpose: a row must not bring back a customer who was erased.
create table import_row_key (
    key         uuid   primary key,
    customer_id bigint not null,
    import_id   bigint not null
);
