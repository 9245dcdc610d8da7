-- A connection is a configured instance of a connector. Its connector may be gone for a while: no reference to it.
create sequence connection_seq;
create table connection (
    id            bigint      primary key,
    version       bigint      not null,
    created_at    timestamptz not null,
    created_by    text        not null,
    updated_at    timestamptz not null,
    updated_by    text        not null,
    connector     text        not null check (length(connector) between 1 and 60),
    name          text        not null check (length(name) between 1 and 100),
    entity_id     bigint      references company_entity,
    enabled       boolean     not null,
    -- How the last test ended; not a change of the connection, so outside of its version.
    health        text        not null default 'UNKNOWN' check (health in ('UNKNOWN', 'UP', 'DOWN')),
    health_detail text        not null default '' check (length(health_detail) <= 500),
    checked_at    timestamptz
);
create unique index connection_name on connection (lower(name));
create index connection_entity on connection (entity_id);

create table connection_setting (
    connection_id bigint not null references connection on delete cascade,
    name          text   not null check (length(name) between 1 and 60),
    value         text   not null check (length(value) <= 10000),
    primary key (connection_id, name)
);

-- Encrypted, each value bound to its row. SETTING: somebody entered it. TOKEN: the remote system changes it by itself.
create sequence connection_secret_seq;
create table connection_secret (
    id            bigint      primary key,
    connection_id bigint      not null references connection on delete cascade,
    purpose       text        not null check (purpose in ('SETTING', 'TOKEN')),
    name          text        not null check (length(name) between 1 and 60),
    value         bytea       not null,
    changed_at    timestamptz not null,
    constraint connection_secret_name unique (connection_id, purpose, name)
);
