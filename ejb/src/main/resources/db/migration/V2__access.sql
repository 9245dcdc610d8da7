-- Users are never deleted: history refers to them. One who left is inactive.
create sequence app_user_seq start with 50 increment by 50;
create table app_user (
    id                   bigint      primary key,
    version              bigint      not null,
    created_at           timestamptz not null,
    created_by           text        not null,
    updated_at           timestamptz not null,
    updated_by           text        not null,
    login                text        not null check (login ~ '^[a-z0-9][a-z0-9._@+-]{0,99}$'),
    display_name         text        not null check (length(display_name) between 1 and 200),
    email                text        not null check (length(email) <= 254),
    -- Argon2id with its parameters; empty for a user who cannot sign in by password.
    password_hash        text        not null,
    must_change_password boolean     not null,
    active               boolean     not null,
    -- Counts what must end all sessions: a new password, being made inactive.
    credential_stamp     bigint      not null,
    last_sign_in_at      timestamptz,
    constraint app_user_login unique (login)
);

create sequence app_role_seq start with 100 increment by 50;
create table app_role (
    id              bigint      primary key,
    version         bigint      not null,
    created_at      timestamptz not null,
    created_by      text        not null,
    updated_at      timestamptz not null,
    updated_by      text        not null,
    name            text        not null check (length(name) between 1 and 100),
    description     text        not null check (length(description) <= 500),
    -- Has every permission, also those that later versions bring.
    all_permissions boolean     not null
);
create unique index app_role_name on app_role (lower(name));

create table role_permission (
    role_id    bigint not null references app_role on delete cascade,
    permission text   not null check (permission ~ '^[a-z-]+:[a-z-]+$'),
    primary key (role_id, permission)
);

create table user_role (
    user_id bigint not null references app_user,
    role_id bigint not null references app_role,
    primary key (user_id, role_id)
);
create index user_role_role on user_role (role_id);

insert into app_role (id, version, created_at, created_by, updated_at, updated_by, name, description, all_permissions)
values (1, 1, now(), 'system', now(), 'system', 'Administrator', 'May do everything', true),
       (2, 1, now(), 'system', now(), 'system', 'Clerk', 'Works with customers and imports them', false),
       (3, 1, now(), 'system', now(), 'system', 'Reader', 'Sees customers, changes nothing', false);
insert into role_permission (role_id, permission)
values (2, 'read:customer'), (2, 'write:customer'), (2, 'import:customer'), (2, 'export:customer'),
       (2, 'read:connector'), (3, 'read:customer');

create sequence api_key_seq start with 50 increment by 50;
create table api_key (
    id           bigint      primary key,
    version      bigint      not null,
    user_id      bigint      not null references app_user,
    name         text        not null check (length(name) between 1 and 100),
    prefix       char(12)    not null,
    -- SHA-256: the key is 256 random bits, so a slow hash would add nothing.
    key_hash     bytea       not null check (length(key_hash) = 32),
    permissions  text        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz,
    constraint api_key_hash unique (key_hash)
);
create index api_key_user on api_key (user_id);

-- Failed sign-ins that still count, by user (hash of what was typed: it may be a password typed into the wrong field) and by
-- address.
create table sign_in_failure (
    subject      text        primary key check (length(subject) between 1 and 100),
    failures     integer     not null,
    last_at      timestamptz not null,
    locked_until timestamptz not null
);
create index sign_in_failure_last on sign_in_failure (last_at);

-- What concerns access, append-only.
create table access_event (
    id      bigint      generated always as identity primary key,
    at      timestamptz not null,
    kind    text        not null,
    actor   text        not null,
    address text        not null,
    subject text        not null
);
create index access_event_at on access_event (at);

-- Answers to POST requests that carried an Idempotency-Key; kept at least 24 hours.
create table idempotency_key (
    user_id      bigint      not null,
    key          text        not null check (length(key) between 1 and 200),
    request_hash bytea       not null check (length(request_hash) = 32),
    created_at   timestamptz not null,
    -- 0 while the transaction that does the work is open: no other transaction ever sees that.
    status       integer     not null,
    headers      text        not null,
    body         text        not null,
    primary key (user_id, key)
);
create index idempotency_key_created on idempotency_key (created_at);
