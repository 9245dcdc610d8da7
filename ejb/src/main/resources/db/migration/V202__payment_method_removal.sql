-- A vault can be asked to forget one method (X-31). Until it has, the row keeps what the vault calls it, so that nothing is orphaned there.
-- One that it has forgotten stays as history and may be added again.
alter table payment_method
    add column removal          text check (removal in ('REQUESTED', 'PENDING', 'REMOVED', 'REFUSED')),
    add column removal_at       timestamptz,
    add column removal_message  text not null default '',
    add column removal_attempts int  not null default 0,
    add constraint payment_method_removal check ((removal is null) = (removal_at is null)),
    drop constraint payment_method_key;
create unique index payment_method_key on payment_method (connection_id, shopper_id, method_id)
    where removal is distinct from 'REMOVED';
