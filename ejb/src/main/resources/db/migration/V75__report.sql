-- Whether anything was posted with a later date than that of a report, and what was posted in a period.
create index item_movement_effective_idx on item_movement (effective_date);
create index posting_effective_idx on posting (kind, effective_date);
create index open_item_issued_idx on open_item (issue_date) where kind = 'INVOICE';

insert into role_permission (role_id, permission) values (2, 'export:receivable');
