-- How far Kontor has read what a remote system tells by itself: tickets, what public profiles say.
create table connection_pull (
    connection_id bigint      not null references connection on delete cascade,
    kind          text        not null check (kind in ('TICKET_SOURCE', 'PROFILE_WATCH')),
    -- Where the next piece begins; empty at the beginning.
    cursor        text        not null default '' check (length(cursor) <= 4000),
    -- How often it failed in a row.
    attempts      integer     not null default 0,
    next_at       timestamptz not null,
    -- Until then one node pulls and no other; after a crash this has to pass.
    leased_until  timestamptz,
    ended_at      timestamptz,
    taken         bigint      not null default 0,
    message       text        not null default '' check (length(message) <= 500),
    primary key (connection_id, kind)
);
create index connection_pull_next_idx on connection_pull (next_at);

-- What could not be taken, by the remote system's own id: nothing of what stands in it.
create table connection_pull_problem (
    connection_id bigint      not null,
    kind          text        not null,
    remote_id     text        not null check (length(remote_id) between 1 and 200),
    code          text        not null,
    message       text        not null,
    at            timestamptz not null,
    primary key (connection_id, kind, remote_id),
    foreign key (connection_id, kind) references connection_pull on delete cascade
);

-- The job that a public profile told last, to see when it changes.
alter table contact
    add column seen_job    text not null default '' check (length(seen_job) <= 200),
    add column seen_job_at timestamptz;
create index contact_profile_idx on contact (id) where linked_in_url <> '';
-- Who asked, by the e-mail address of a ticket; compared as those of customers are.
create index contact_email_idx on contact (lower(email collate "C")) where email <> '';
