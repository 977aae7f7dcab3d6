-- The table db-scheduler works on; one row for each scheduled run.
create table job.run (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index run_execution_time on job.run (execution_time);
create index run_last_heartbeat on job.run (last_heartbeat);
