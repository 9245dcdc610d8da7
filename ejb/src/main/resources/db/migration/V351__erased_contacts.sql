-- The numbers of contacts who went with their customer: what is asked of them is answered 410. Numbers alone, nothing of the person.
alter table erasure add column contact_ids bigint[] not null default '{}';
create index erasure_contact_ids_idx on erasure using gin (contact_ids);
