-- Contacts and users are looked for by what custom fields hold, as customers, invoices and payments are.
create index contact_custom_idx on contact using gin (custom_values) where custom_values <> '{}';
