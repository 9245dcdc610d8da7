-- Letters of ASCII alone are the same in both cases: so Kontor and every locale of a database agree which addresses are the same.
drop index customer_email_address_idx;
create index customer_email_address_idx on customer_email (lower(address collate "C"));
