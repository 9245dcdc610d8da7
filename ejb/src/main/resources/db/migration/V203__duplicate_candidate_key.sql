-- Pairs are compared key by key: those who share one are read once for all their pairs.
alter table duplicate_candidate
    drop constraint duplicate_candidate_pkey,
    add column key bigint not null default 0,
    add primary key (search_id, key, low_id, high_id);
