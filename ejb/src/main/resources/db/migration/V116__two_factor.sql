-- When somebody began to sign in with a code besides the password; empty for those who do not.
alter table app_user add column two_factor_at timestamptz;

-- What the codes are made of. Counts once two_factor_at of its user is set; until then somebody is setting it up.
create table two_factor (
    -- The user.
    id         bigint      primary key references app_user,
    -- Encrypted.
    secret     bytea       not null,
    -- Number of the half minute whose code was used last: neither it nor an earlier one is good again.
    last_step  bigint      not null,
    created_at timestamptz not null
);

-- Codes for whoever lost the device; each is deleted when it is used.
create table recovery_code (
    user_id   bigint not null references app_user,
    -- SHA-256: a code is 80 random bits, so a slow hash would add nothing.
    code_hash bytea  not null check (length(code_hash) = 32),
    primary key (user_id, code_hash)
);
