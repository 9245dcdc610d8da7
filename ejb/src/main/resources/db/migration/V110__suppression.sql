-- Keys that Kontor made for itself, each encrypted with the keyset.
create table managed_key (
    id         bigint      primary key,
    purpose    text        not null unique check (purpose ~ '^[A-Z_]{1,40}$'),
    value      bytea       not null,
    created_at timestamptz not null
);

-- By what somebody is recognised whose data was erased: keyed hashes, which tell nothing without the key. The number is that of the
-- erasure; who lifts it deletes its rows.
create table suppression (
    erasure_id bigint      not null,
    kind       text        not null check (kind in ('EMAIL', 'PHONE', 'BIRTHDATE', 'EXTERNAL_ID')),
    hash       bytea       not null check (length(hash) = 32),
    created_at timestamptz not null,
    primary key (hash, erasure_id)
);
create index suppression_erasure on suppression (erasure_id);
