-- Documents that people of a customer sign electronically: kept here, sent to a service for signatures over a connection.
create table signing_document (
    -- As documents of the ledger have: so the history of one is found like that of an invoice.
    id             bigint      primary key default nextval('ledger_id'),
    version        bigint      not null default 1,
    created_at     timestamptz not null,
    created_by     text        not null,
    updated_at     timestamptz not null,
    updated_by     text        not null,
    customer_id    bigint      not null references customer on delete cascade,
    name           text        not null check (length(name) between 1 and 200),
    message        text        not null check (length(message) <= 4000),
    -- Whether a signer is asked only when the one before has signed.
    in_order       boolean     not null,
    -- Last day on which it can be signed, in the time zone of the company entity; null for ever.
    expires_on     date,
    state          text        not null check (state in
        ('DRAFT', 'SENDING', 'SENT', 'WITHDRAWING', 'SIGNED', 'DECLINED', 'EXPIRED', 'WITHDRAWN', 'FAILED')),
    -- What stands in the way, or why it failed; empty when nothing does.
    trouble        text        not null default '' check (length(trouble) <= 1000),
    -- It stands in the way of hearing how far signing is, and of nothing else.
    unheard        boolean     not null default false,
    -- Why it was withdrawn or declined.
    reason         text        not null default '' check (length(reason) <= 500),
    -- Where it was sent. A connection that is removed later leaves its name.
    connection_id  bigint      references connection on delete set null,
    connection_name text       not null default '',
    -- Names the intention to send it; another one each time that somebody sends it.
    sending_key    text        not null default '',
    -- The service was asked, and nobody knows yet whether it has the document: it is looked up, and not sent.
    maybe_there    boolean     not null default false,
    remote_id      text        not null default '',
    remote_version text        not null default '',
    queued_at      timestamptz,
    sent_at        timestamptz,
    ended_at       timestamptz,
    -- Calls in a row that brought nothing new.
    tries          integer     not null default 0,
    -- Steps with each call: the end of a call that was taken for lost is known by it.
    calls          bigint      not null default 0,
    -- The service is asked again from then on; null when there is nothing to ask.
    due_at         timestamptz,
    check (state in ('DRAFT', 'FAILED') or sending_key <> ''),
    check (state in ('DRAFT', 'SENDING', 'FAILED', 'WITHDRAWN') or remote_id <> '')
);
create index signing_document_customer_idx on signing_document (customer_id, id);
create index signing_document_due_idx on signing_document (due_at);
create index signing_document_connection_idx on signing_document (connection_id);

create table signing_signer (
    document_id bigint      not null references signing_document on delete cascade,
    position    integer     not null check (position >= 0),
    name        text        not null check (length(name) between 1 and 200),
    email       text        not null check (length(email) between 1 and 254),
    state       text        not null default 'WAITING' check (state in ('WAITING', 'SENT', 'OPENED', 'SIGNED', 'DECLINED')),
    -- When that became so, as the service tells it.
    at          timestamptz,
    remote_id   text        not null default '',
    -- Somebody wants the signer to be reminded.
    remind      boolean     not null default false,
    reminded_at timestamptz,
    primary key (document_id, position)
);

-- The files of such a document lie with all others: the same limits, scan, checksums, and what becomes of them with their customer.
alter table attachment
    add column signing_id bigint references signing_document on delete cascade,
    add column signing_role text check (signing_role in ('ORIGINAL', 'SIGNED', 'PROOF')),
    add constraint attachment_signing_check check ((signing_id is null) = (signing_role is null));
create unique index attachment_signing_key on attachment (signing_id, signing_role);

insert into role_permission (role_id, permission)
values (2, 'read:document'), (2, 'write:document'), (3, 'read:document');
