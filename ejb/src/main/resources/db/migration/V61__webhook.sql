-- Subscriptions to events.
create sequence webhook_id;
create table webhook (
    id          bigint      primary key,
    version     bigint      not null,
    created_at  timestamptz not null,
    created_by  text        not null,
    updated_at  timestamptz not null,
    updated_by  text        not null,
    user_id     bigint      not null references app_user,
    url         text        not null check (length(url) between 1 and 2000),
    description text        not null check (length(description) <= 200),
    events      text[]      not null check (cardinality(events) > 0),
    active      boolean     not null,
    -- Encrypted.
    secret      bytea       not null,
    -- How the endpoint does: failed tries in a row, how often the breaker opened since, and until when it is open.
    failures    integer     not null,
    openings    integer     not null,
    open_until  timestamptz
);
create index webhook_user on webhook (user_id);

-- The outbox, written in the transaction of what happened, and what became of it: one row for each event and subscription.
-- No body: it is read at each try. No reference to the customer: that it is gone has to be told, too.
create table webhook_delivery (
    id           bigint      generated always as identity primary key,
    message_id   uuid        not null default gen_random_uuid(),
    webhook_id   bigint      not null references webhook on delete cascade,
    event        text        not null,
    customer_id  bigint      not null,
    subject_id   bigint      not null,
    occurred_at  timestamptz not null,
    -- When its three days of tries begin.
    queued_at    timestamptz not null,
    next_at      timestamptz not null,
    state        text        not null check (state in ('PENDING', 'DELIVERED', 'FAILED', 'DROPPED')),
    attempts     integer     not null,
    attempted_at timestamptz,
    status       integer,
    answer       text        not null check (length(answer) <= 1000),
    millis       bigint      not null
);
create index webhook_delivery_due on webhook_delivery (webhook_id, next_at) where state = 'PENDING';
create index webhook_delivery_order on webhook_delivery (webhook_id, customer_id, id) where state = 'PENDING';
create index webhook_delivery_log on webhook_delivery (webhook_id, id);
create index webhook_delivery_settled on webhook_delivery (attempted_at) where state <> 'PENDING';
