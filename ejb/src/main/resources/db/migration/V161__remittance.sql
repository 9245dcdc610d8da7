-- The advice behind a payment over a customer tree, and what became of each of its rows when it was recorded.
create table remittance (
    payment_id   bigint         primary key references payment on delete cascade,
    -- Of payer, currency, amount and rows: two payments from the same advice do not both stand.
    content_hash text           not null check (content_hash ~ '^[0-9a-f]{64}$'),
    file_name    text           not null check (length(file_name) <= 255),
    stated       numeric(19, 4) not null,
    applied      numeric(19, 4) not null check (applied >= 0)
);
create index remittance_content_idx on remittance (content_hash);

create table remittance_line (
    payment_id  bigint         not null references remittance on delete cascade,
    position    integer        not null,
    row_number  bigint         not null,
    number      text           not null check (length(number) <= 100),
    stated      numeric(19, 4),
    outcome     text           not null check (outcome in ('SETTLED', 'SHORT', 'OVER', 'NO_MONEY_LEFT', 'NOTHING_OPEN', 'NOT_FOUND', 'SEVERAL',
        'OTHER_CURRENCY', 'NO_NUMBER', 'NOT_POSITIVE')),
    item_id     bigint         references open_item on delete set null,
    open_amount numeric(19, 4) not null,
    applied     numeric(19, 4) not null check (applied >= 0),
    primary key (payment_id, position)
);
create index remittance_line_item_idx on remittance_line (item_id);
