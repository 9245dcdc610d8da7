-- Erasures of customers. The number of the customer stays, so that whoever asks for it learns that it is gone; nothing else of the
-- person does. No reference: the customer goes.
create table erasure (
    id              bigint      primary key generated always as identity,
    version         bigint      not null default 1,
    created_at      timestamptz not null,
    created_by      text        not null,
    user_id         bigint      not null,
    updated_at      timestamptz not null,
    customer_id     bigint      not null,
    state           text        not null check (state in ('REQUESTED', 'BLOCKED', 'ERASED', 'COMPLETED')),
    -- Why it is blocked, or what went wrong.
    message         text        not null default '',
    erased_at       timestamptz,
    -- What went, and what stayed and why: JSON, by noun.
    erased          jsonb       not null default '{}',
    kept            jsonb       not null default '{}',
    -- Key of the hashes in the certificate, encrypted.
    hash_key        bytea,
    check ((erased_at is not null) = (state in ('ERASED', 'COMPLETED')))
);
-- One at a time, and none after the customer is gone.
create unique index erasure_customer on erasure (customer_id) where state <> 'BLOCKED';

-- The steps of an erasure, in order. What is remote has a state of its own and is asked again until it is confirmed.
create table erasure_step (
    id            bigint      primary key generated always as identity,
    erasure_id    bigint      not null references erasure,
    kind          text        not null check (kind in ('SUPPRESSION', 'LOCAL', 'VAULT')),
    state         text        not null check (state in
        ('WAITING', 'REQUESTED', 'PENDING_UNTIL', 'CONFIRMED', 'REFUSED_UNTIL', 'FAILED')),
    connection_id bigint,
    system        text        not null default '',
    -- What the vault calls the person, encrypted; gone as soon as the vault has confirmed that they are.
    subject       bytea,
    last_charged  date,
    until         date,
    code          text        not null default '',
    message       text        not null default '',
    removed       integer     not null default 0,
    attempts      integer     not null default 0,
    -- When it is tried again; null when it is over.
    next_at       timestamptz,
    changed_at    timestamptz not null,
    check ((kind = 'VAULT') = (connection_id is not null)),
    check (state <> 'CONFIRMED' or (subject is null and next_at is null))
);
create index erasure_step_erasure on erasure_step (erasure_id, id);
