-- A write-off that is taken back has a counter-entry, as an application has.
alter table posting drop constraint posting_kind_check;
alter table posting add constraint posting_kind_check check (kind in (
    'INVOICE_ISSUED', 'INVOICE_VOIDED', 'CREDIT_MEMO_ISSUED', 'CREDIT_MEMO_VOIDED', 'PAYMENT_RECORDED', 'PAYMENT_VOIDED',
    'CREDIT_ADDED', 'CREDIT_VOIDED', 'OPENING_BALANCE', 'OPENING_BALANCE_VOIDED', 'APPLIED', 'APPLICATION_REVERSED', 'REFUNDED',
    'WRITTEN_OFF', 'WRITE_OFF_REVERSED'));
alter table write_off add column reverses bigint references write_off on delete cascade;
create unique index write_off_reverses_key on write_off (reverses) where reverses is not null;
-- What was given up and is owed again is an adjustment, too, of no application.
alter table adjustment alter column application_id drop not null;
