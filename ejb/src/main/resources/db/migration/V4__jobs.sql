-- Work that outlives a request. The columns are those of db-scheduler; the rows are claimed with SKIP LOCKED by any node.
create table job (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index job_execution_time on job (execution_time);
create index job_last_heartbeat on job (last_heartbeat);
