-- What the columns of a file meant, for the next file with the same header.
create table import_mapping (
    id         bigint      generated always as identity primary key,
    version    bigint      not null default 1,
    created_at timestamptz not null,
    created_by text        not null,
    updated_at timestamptz not null,
    name       text        not null check (length(name) between 1 and 100),
    header     text[]      not null,
    header_hash text       not null,
    mapping    jsonb       not null
);

create unique index import_mapping_name_key on import_mapping (lower(name));
create index import_mapping_header_idx on import_mapping (header_hash);
