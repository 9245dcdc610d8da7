-- Customers whose balance is in a range, whatever its currency.
create index customer_open_sum_amount_idx on customer_open_sum (amount) include (customer_id, currency) where alone;
