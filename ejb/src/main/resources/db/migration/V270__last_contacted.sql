-- Who was written to since some day: customers are narrowed by those who were not.
create index message_mailed_idx on message (happened_at, customer_id) where channel = 'EMAIL' and state = 'SENT';
