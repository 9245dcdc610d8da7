-- Whether a contact is active has two sources: what staff set by hand, and whether the systems that it comes from still have it.
-- The status that everybody asks for follows from both.
alter table contact
    add column set_inactive    boolean not null default false,
    add column upstream        text    not null default 'NONE' check (upstream in ('NONE', 'PRESENT', 'GONE')),
    add column contact_type_id bigint  references system_table_entry,
    add column linked_in_url   text    not null default '',
    add column sms_opt_in      boolean not null default false,
    add check (not sms_opt_in or mobile <> '');

update contact set set_inactive = true where status = 'INACTIVE';

alter table contact
    add check ((status = 'INACTIVE') = (set_inactive or upstream = 'GONE'));

create index contact_type_idx on contact (contact_type_id) where contact_type_id is not null;

-- What other systems call a contact, and whether they have it now.
create table contact_link (
    system     text    not null check (system <> ''),
    value      text    not null check (value <> ''),
    contact_id bigint  not null references contact,
    present    boolean not null,
    primary key (system, value)
);

create index contact_link_contact_idx on contact_link (contact_id);

-- Each time somebody began or ceased to agree to SMS, for which number, and by which way we know.
create table contact_consent (
    id         bigint      primary key generated always as identity,
    contact_id bigint      not null references contact,
    at         timestamptz not null,
    actor      text        not null,
    source     text        not null check (source in ('STAFF', 'CUSTOMER', 'IMPORT', 'SYNC', 'KIOSK', 'PORTAL')),
    opted_in   boolean     not null,
    mobile     text        not null
);

create index contact_consent_contact_idx on contact_consent (contact_id, id);

create trigger contact_consent_append_only before update or delete on contact_consent
    for each row execute function timeline_is_append_only();

-- What was seen of the job of a contact with a LinkedIn link.
create table contact_job_change (
    id         bigint      primary key generated always as identity,
    contact_id bigint      not null references contact,
    at         timestamptz not null,
    source     text        not null,
    before     text        not null,
    after      text        not null
);

create index contact_job_change_contact_idx on contact_job_change (contact_id, id);
