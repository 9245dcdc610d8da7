-- Statements for many customers at once: a run, and a row for each customer, with the paper once it is made.
create table statement_run (
    id         bigint      primary key generated always as identity,
    version    bigint      not null default 1,
    created_at timestamptz not null,
    created_by text        not null,
    updated_at timestamptz not null,
    user_id    bigint      not null,
    kind       text        not null check (kind in ('OPEN_ITEM', 'BALANCE_FORWARD')),
    as_of      date        not null,
    from_day   date,
    currency   text        not null,
    entity_id  bigint      references company_entity,
    state      text        not null check (state in ('PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    total      bigint      not null,
    done       bigint      not null default 0,
    made       bigint      not null default 0,
    message    text        not null default ''
);

create table statement_paper (
    id          bigint  primary key generated always as identity,
    run_id      bigint  not null references statement_run on delete cascade,
    position    bigint  not null,
    customer_id bigint  not null references customer on delete cascade,
    -- Empty until it is made; then either a name and the bytes of the file, or why there is none.
    name        text    not null default '',
    problem     text    not null default '',
    content     bytea   not null default ''::bytea,
    done        boolean not null default false,
    unique (run_id, position)
);
create index statement_paper_customer on statement_paper (customer_id);
create index statement_paper_open on statement_paper (run_id, position) where not done;
-- PDF is compressed already.
alter table statement_paper alter column content set storage external;
