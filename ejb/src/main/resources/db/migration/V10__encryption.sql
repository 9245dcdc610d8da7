-- Ids (not the keys) of the encryption keys without which values of this database cannot be read. The start compares them
-- with the keyset at hand, so that a lost key is noticed before somebody needs a value.
create table encryption_key (
    key_id        integer     primary key,
    first_used_at timestamptz not null
);
