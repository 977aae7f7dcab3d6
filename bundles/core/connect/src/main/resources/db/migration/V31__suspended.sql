-- Connectors that an administrator has suspended everywhere.
create table connect.suspended (
    connector  text        primary key,
    by_account uuid,
    since      timestamptz not null
);
create index visit_open_connector on connect.visit (connector) where state = 'OPEN';
