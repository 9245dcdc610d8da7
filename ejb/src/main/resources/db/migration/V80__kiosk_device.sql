-- Devices at the door: each has a token that can send entries and do nothing else, until staff ends it.
create table kiosk (
    id            bigint      generated always as identity primary key,
    version       bigint      not null default 1,
    created_at    timestamptz not null,
    created_by    text        not null,
    user_id       bigint      not null references app_user,
    name          text        not null check (length(name) between 1 and 100),
    -- SHA-256: the token is 256 random bits.
    token_hash    bytea       not null check (length(token_hash) = 32),
    -- Argon2id: what staff types to leave the kiosk.
    passcode_hash text        not null,
    idle_seconds  integer     not null check (idle_seconds between 15 and 600),
    asks_medical  boolean     not null,
    last_seen_at  timestamptz,
    ended_at      timestamptz,
    ended_by      text,
    constraint kiosk_token unique (token_hash)
);
create index kiosk_running on kiosk (id) where ended_at is null;
create index kiosk_user on kiosk (user_id);
