-- Subscriptions: what a customer agreed to be invoiced for again and again. The day of each invoice is worked out from the first one, so
-- that the last days of months stay the last ones.
create table subscription (
    -- As documents have: so the history of a subscription is found like that of a document.
    id             bigint      primary key default nextval('ledger_id'),
    -- Steps with each change, and with each invoice that is made: whoever saves a form from before it does not bring back what was charged.
    version        bigint      not null default 1,
    created_at     timestamptz not null,
    created_by     text        not null,
    updated_at     timestamptz not null,
    updated_by     text        not null,
    customer_id    bigint      not null references customer on delete cascade,
    description    text        not null check (length(description) between 1 and 200),
    currency       char(3)     not null,
    frequency      text        not null check (frequency in ('WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY')),
    every          integer     not null check (every between 1 and 60),
    starts_on      date        not null,
    trial_days     integer     not null check (trial_days between 0 and 730),
    -- After so many invoices it ends; null for never.
    invoice_limit  integer     check (invoice_limit between 1 and 999),
    -- Whether invoices are issued at once; else they are drafts.
    issue          boolean     not null,
    -- Null: as the company entity does it.
    due_days       integer     check (due_days between 0 and 365),
    terms          text        not null check (length(terms) <= 200),
    template       text        not null check (length(template) <= 60),
    notes          text        not null check (length(notes) <= 4000),
    purchase_order text        not null check (length(purchase_order) <= 100),
    state          text        not null check (state in ('ACTIVE', 'PAUSED', 'CANCELLED', 'ENDED')),
    -- The period that is invoiced next, counted from 0, and its first day.
    next_period    integer     not null default 0 check (next_period >= 0),
    next_on        date,
    -- First day on which it is cancelled; a first day of a period.
    cancel_on      date        check (cancel_on >= next_on),
    cancelled_at   timestamptz,
    cancelled_by   text        not null default '',
    cancel_reason  text        not null default '' check (length(cancel_reason) <= 500),
    -- Why the last try to make an invoice failed; empty when it did not.
    problem        text        not null default '',
    problem_at     timestamptz,
    -- The job tries again from then on.
    retry_at       timestamptz,
    check ((state = 'ACTIVE') = (next_on is not null)),
    check ((problem = '') = (problem_at is null))
);
create index subscription_customer_idx on subscription (customer_id, id);
create index subscription_next_idx on subscription (next_on, id);

create table subscription_line (
    subscription_id bigint         not null references subscription on delete cascade,
    position        integer        not null,
    item_code       text           not null,
    description     text           not null check (length(description) between 1 and 950),
    quantity        numeric(19, 6) not null,
    unit_price      numeric(19, 6) not null,
    discount        numeric(9, 6)  not null check (discount between 0 and 100),
    tax_code        text           not null,
    tax_rate        numeric(9, 6)  not null check (tax_rate between 0 and 100),
    -- What it comes to without tax, as of the last change of the subscription.
    net             numeric(19, 4) not null,
    -- Charged once, and then removed.
    one_time        boolean        not null,
    starts_on       date,
    ends_on         date,
    primary key (subscription_id, position),
    check (ends_on >= starts_on)
);

-- One invoice for a period of a subscription, whoever makes it: the key says so. A draft that was thrown away is not made again.
create table subscription_invoice (
    subscription_id bigint      not null references subscription on delete cascade,
    period          integer     not null check (period >= 0),
    starts_on       date        not null,
    ends_on         date        not null check (ends_on >= starts_on),
    invoice_id      bigint      references invoice on delete set null,
    made_at         timestamptz not null,
    primary key (subscription_id, period)
);
create index subscription_invoice_invoice_idx on subscription_invoice (invoice_id);

insert into role_permission (role_id, permission)
values (2, 'read:subscription'), (2, 'write:subscription'), (3, 'read:subscription');
