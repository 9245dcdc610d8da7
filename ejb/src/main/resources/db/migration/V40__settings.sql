-- Company entities can be changed and added to, so they count their versions like any other record.
create sequence company_entity_seq start with 2 owned by company_entity.id;
alter table company_entity
    add column version    bigint      not null default 1,
    add column created_by text        not null default 'system',
    add column updated_at timestamptz not null default now(),
    add column updated_by text        not null default 'system',
    add column locale     text        not null default 'en-US';
create unique index company_entity_name on company_entity (lower(name));

-- System tables: the lists of choices that a company makes its own. Others refer to an entry by its id with a foreign key,
-- so that one in use cannot go even when two act at once.
create sequence system_table_entry_seq;
create table system_table_entry (
    id           bigint      primary key default nextval('system_table_entry_seq'),
    version      bigint      not null default 1,
    created_at   timestamptz not null default now(),
    created_by   text        not null default 'system',
    updated_at   timestamptz not null default now(),
    updated_by   text        not null default 'system',
    table_name   text        not null,
    code         text        not null check (code ~ '^[A-Z0-9][A-Z0-9_]{0,59}$'),
    name         text        not null check (length(name) between 1 and 100),
    position     integer     not null,
    active       boolean     not null default true,
    -- Brought by Kontor because it acts on them; can be named anew and ordered, but neither deleted nor retired.
    system_entry boolean     not null default false,
    colour       text        not null default ''
);
alter sequence system_table_entry_seq owned by system_table_entry.id;
create unique index system_table_entry_code on system_table_entry (table_name, code);
create unique index system_table_entry_name on system_table_entry (table_name, lower(name));

insert into system_table_entry (table_name, code, name, position, system_entry)
values ('CONTACT_TYPES', 'BILLING', 'Billing', 1, false),
       ('CONTACT_TYPES', 'TECHNICAL', 'Technical', 2, false),
       ('CONTACT_TYPES', 'MANAGEMENT', 'Management', 3, false),
       ('CONTACT_TYPES', 'EMERGENCY', 'Emergency', 4, false),
       ('JOURNAL_ACTION_TYPES', 'CALL', 'Call', 1, false),
       ('JOURNAL_ACTION_TYPES', 'MEETING', 'Meeting', 2, false),
       ('JOURNAL_ACTION_TYPES', 'EMAIL', 'E-mail', 3, false),
       ('JOURNAL_ACTION_TYPES', 'OTHER', 'Other', 4, false),
       ('TICKET_STATUSES', 'NEW', 'New', 1, true),
       ('TICKET_STATUSES', 'OPEN', 'Open', 2, true),
       ('TICKET_STATUSES', 'PENDING', 'Pending', 3, true),
       ('TICKET_STATUSES', 'CLOSED', 'Closed', 4, true),
       ('TICKET_STATUSES', 'VOID', 'Void', 5, true),
       ('TICKET_TYPES', 'PHONE_SUPPORT', 'Phone support', 1, false),
       ('TICKET_TYPES', 'SERVICE_CALL', 'Service call', 2, false),
       ('TICKET_TYPES', 'INSTALLATION', 'Installation', 3, false),
       ('TICKET_TYPES', 'BREAK_FIX', 'Break/fix', 4, false),
       ('TICKET_PRIORITIES', 'HIGH', 'High', 1, false),
       ('TICKET_PRIORITIES', 'MEDIUM', 'Medium', 2, false),
       ('TICKET_PRIORITIES', 'LOW', 'Low', 3, false),
       ('TICKET_SEVERITIES', 'EMERGENCY', 'Emergency', 1, false),
       ('TICKET_SEVERITIES', 'HIGH', 'High', 2, false),
       ('TICKET_SEVERITIES', 'MEDIUM', 'Medium', 3, false),
       ('TICKET_SEVERITIES', 'LOW', 'Low', 4, false),
       ('FLAG_TYPES', 'BEHAVIOR_LATE', 'Behavior: Late', 1, false),
       ('FLAG_TYPES', 'BEHAVIOR_NO_SHOW', 'Behavior: No show', 2, false),
       ('FLAG_TYPES', 'PAYMENT_DISPUTES', 'Payment: Disputes often', 3, false);

-- Company settings: one row, so that they have one version; only what differs from its default stands in it.
create table company_setting (
    id         bigint      primary key check (id = 1),
    version    bigint      not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    updated_by text        not null default 'system',
    -- A JSON object, key to value.
    choices    text        not null default '{}'
);
insert into company_setting (id, version) values (1, 1);

insert into role_permission (role_id, permission)
select id, 'read:settings' from app_role where id in (2, 3);
