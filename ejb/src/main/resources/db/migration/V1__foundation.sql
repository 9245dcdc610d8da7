-- A company entity is the legal entity that owns customers: account numbers are unique within it, and it decides the
-- currency, the time zone and the country that are meant when nothing is said.
create table company_entity (
    id              bigint      primary key,
    name            text        not null check (length(name) between 1 and 200),
    currency        char(3)     not null,
    time_zone       text        not null,
    default_country char(2)     not null,
    created_at      timestamptz not null default now()
);

insert into company_entity (id, name, currency, time_zone, default_country)
values (1, 'My company', 'USD', 'UTC', 'US');
