-- Customers who entered themselves at a kiosk, with those who may be the same person: the queue of staff.
create table kiosk_entry (
    id          bigint      generated always as identity primary key,
    at          timestamptz not null,
    user_id     bigint      not null,
    actor       text        not null,
    customer_id bigint      not null references customer on delete cascade,
    similar_ids bigint[]    not null,
    reviewed_at timestamptz,
    reviewed_by text
);
create index kiosk_entry_sent on kiosk_entry (user_id, at);
create index kiosk_entry_customer on kiosk_entry (customer_id);
create index kiosk_entry_waiting on kiosk_entry (id) where reviewed_at is null and cardinality(similar_ids) > 0;
