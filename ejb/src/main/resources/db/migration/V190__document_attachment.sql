-- A file may be attached to an invoice or a credit memo of its customer; it goes with a draft that is thrown away.
alter table attachment add column document_id bigint references invoice on delete cascade;

create index attachment_document_idx on attachment (document_id, id) where document_id is not null;
