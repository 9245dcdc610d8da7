-- Tags that a run made, or that a dry run would make: each once, as the file wrote it first.
alter table import_run add column new_tags text[] not null default '{}';
