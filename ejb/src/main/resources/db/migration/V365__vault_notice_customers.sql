-- Whom a notice is about once that is known, so that an erasure reaches it: what the vault calls a payment of somebody who went must not
-- remain. Whom those concern that were settled before nobody knows any more, so that they tell no number.
alter table vault_notice add column customer_ids bigint[] not null default '{}';
update vault_notice set reference = '' where outcome <> 'OPEN';

-- A notice names a payment by its reference and a payer by a value, and no index began with either, or held what a vault has forgotten.
create index payment_method_shopper_idx on payment_method (connection_id, shopper_id);
create index payment_authorisation_reference_idx on payment_authorisation (reference);
create index external_id_value_idx on external_id (value);
