-- Whether who has the role sees only customers that they own or manage.
alter table app_role add column own_customers_only boolean not null default false;
