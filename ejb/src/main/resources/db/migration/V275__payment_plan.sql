-- Payment plans: open invoices of a customer, agreed to be paid in instalments. Where a plan stands is stored nowhere: it follows from
-- what is left of its invoices.
create table payment_plan (
    -- As documents have: so the history of a plan is found like that of a document.
    id            bigint         primary key default nextval('ledger_id'),
    version       bigint         not null default 1,
    created_at    timestamptz    not null,
    created_by    text           not null,
    updated_at    timestamptz    not null,
    updated_by    text           not null,
    customer_id   bigint         not null references customer on delete cascade,
    entity_id     bigint         not null references company_entity,
    currency      char(3)        not null,
    -- What was open of the invoices at the agreement. The instalments add up to it.
    total         numeric(19, 4) not null check (total > 0),
    frequency     text           not null check (frequency in ('WEEKLY', 'TWO_WEEKLY', 'MONTHLY', 'LAST_DAY_OF_MONTH')),
    note          text           not null check (length(note) <= 1000),
    cancelled_at  timestamptz,
    cancelled_by  text           not null default '',
    cancel_reason text           not null default '' check (length(cancel_reason) <= 500),
    -- The next day after which cadences must look at the plan again, since an instalment is due on it; null when there is none.
    look_on       date
);
create index payment_plan_customer_idx on payment_plan (customer_id, id);
create index payment_plan_look_idx on payment_plan (look_on) where look_on is not null;

create table payment_plan_invoice (
    plan_id  bigint         not null references payment_plan on delete cascade,
    item_id  bigint         not null references open_item on delete cascade,
    -- What was open of it at the agreement.
    agreed   numeric(19, 4) not null check (agreed > 0),
    -- False once the plan was cancelled. An invoice that is owed is in one plan at most, whoever agrees at the same time.
    standing boolean        not null default true,
    primary key (plan_id, item_id)
);
create unique index payment_plan_invoice_standing_key on payment_plan_invoice (item_id) where standing;
create index payment_plan_invoice_item_idx on payment_plan_invoice (item_id);

create table payment_plan_instalment (
    plan_id bigint         not null references payment_plan on delete cascade,
    number  integer        not null check (number > 0),
    due_on  date           not null,
    amount  numeric(19, 4) not null check (amount > 0),
    -- All instalments up to this one: what must be settled by the day.
    through numeric(19, 4) not null check (through >= amount),
    primary key (plan_id, number)
);
-- What was agreed stays; a change is another plan.
create trigger payment_plan_instalment_append_only before update or delete on payment_plan_instalment
    for each row execute function ledger_is_append_only();

-- An invoice that comes into a plan, or out of one, is chased otherwise.
create trigger payment_plan_agreed after insert on payment_plan for each row execute function cadence_follows_row();
create trigger payment_plan_cancelled after update of cancelled_at on payment_plan
    for each row when (new.cancelled_at is distinct from old.cancelled_at) execute function cadence_follows_row();

insert into role_permission (role_id, permission)
values (2, 'read:payment-plan'), (2, 'write:payment-plan'), (3, 'read:payment-plan');
