-- What an import is asked and what it tells, beyond the file and its counts.
alter table import_run
    add column match_by       text[]      not null default '{EXTERNAL_ID,ACCOUNT_NUMBER,EMAIL,BIRTHDATE,PHONE}',
    add column correction_of  bigint      references import_run,
    add column started_at     timestamptz,
    add column ended_at       timestamptz,
    add column near_matches   bigint      not null default 0,
    add column mapping        jsonb,
    add column undo_state     text        not null default 'NONE'
        check (undo_state in ('NONE', 'PENDING', 'RUNNING', 'DONE', 'FAILED')),
    add column undo_by        bigint      not null default 0,
    add column undone_created bigint      not null default 0,
    add column undone_updated bigint      not null default 0,
    add column undo_kept      bigint      not null default 0,
    add column undo_after     bigint      not null default 0;

create index import_run_correction_idx on import_run (correction_of) where correction_of is not null;
create index import_run_hash_idx on import_run (sha256);

-- Which customers an import brought or changed: for the list of them and for the undo.
alter table import_row_key add column created boolean not null default true;
create index import_row_key_import_idx on import_row_key (import_id, customer_id);

-- Customers as they were before an import changed them, until the import cannot be undone any more.
create table import_before (
    import_id     bigint not null references import_run on delete cascade,
    customer_id   bigint not null references customer on delete cascade,
    version_after bigint not null,
    draft         jsonb  not null,
    primary key (import_id, customer_id)
);
create index import_before_customer_idx on import_before (customer_id);

-- New customers that resemble others in one thing: for a person to decide (S3-04).
create table import_near_match (
    import_id   bigint not null references import_run on delete cascade,
    customer_id bigint not null references customer on delete cascade,
    other_id    bigint not null references customer on delete cascade,
    reason      text   not null check (reason in ('EMAIL', 'PHONE')),
    row_number  bigint not null,
    primary key (import_id, customer_id, other_id, reason)
);
create index import_near_match_customer_idx on import_near_match (customer_id);
create index import_near_match_other_idx on import_near_match (other_id);

-- What stands in the way of undoing an import, per customer.
create table import_obstacle (
    import_id    bigint not null references import_run on delete cascade,
    customer_id  bigint not null references customer on delete cascade,
    code         text   not null,
    message      text   not null,
    primary key (import_id, customer_id)
);
create index import_obstacle_customer_idx on import_obstacle (customer_id);

-- What a dry run would have written: its rows are planned against customers and these together.
create table import_shadow_key (
    import_id   bigint not null,
    hash        bigint not null,
    customer_id bigint not null,
    revision    bigint not null
);
create index import_shadow_key_idx on import_shadow_key (import_id, hash);

create table import_shadow (
    import_id   bigint not null,
    customer_id bigint not null,
    revision    bigint not null,
    draft       jsonb  not null,
    primary key (import_id, customer_id)
);
