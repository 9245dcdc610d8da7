-- Whether the bytes of an uploaded file leave no doubt about its charset; where they do, people are asked.
alter table import_run add column charset_certain boolean not null default true;
