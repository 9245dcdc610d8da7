-- Ids that contacts had who became one with another when their customers were merged; they lead to the one that stayed.
create table former_contact (
    id         bigint primary key,
    contact_id bigint not null references contact on delete cascade
);
create index former_contact_contact_idx on former_contact (contact_id);
