-- By which ways a customer may pay, as staff states it; none stated means that nothing is said.
create table payment_way (
    customer_id bigint not null references customer on delete cascade,
    way         text   not null check (way in ('BANK_TRANSFER', 'CARD', 'DIRECT_DEBIT', 'CHECK', 'CASH')),
    primary key (customer_id, way)
);
