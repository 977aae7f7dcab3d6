-- Sign-ins of portal sessions at services. OPEN while the session runs; then each service is told: PENDING until it answered, DONE, FAILED, or NOT_OFFERED where it cannot be told. Results are kept for an hour.
create table connect.visit (
    id          uuid        primary key,
    session_id  uuid        not null,
    connector   text        not null,
    handle_hash bytea       not null,
    handle      text        not null,
    noted       timestamptz not null,
    state       text        not null default 'OPEN',
    failures    integer     not null default 0,
    next_try    timestamptz,
    settled     timestamptz,
    unique (session_id, connector, handle_hash)
);
create index visit_due on connect.visit (next_try) where state = 'PENDING';
create index visit_settled on connect.visit (settled) where settled is not null;
create index visit_noted on connect.visit (noted) where state = 'OPEN';

-- The page somebody sees after his sign-out: its address is all that is left of him.
create table connect.signed_out (
    token_hash bytea       primary key,
    session_id uuid        not null,
    next       text        not null,
    made       timestamptz not null
);
create index signed_out_made on connect.signed_out (made);

-- What happens between the portal and services, for their integrators: seven days, the last 500 of each connector.
create table connect.exchange (
    id        bigint generated always as identity primary key,
    connector text        not null,
    at        timestamptz not null,
    step      text        not null,
    refused   text,
    times     integer     not null
);
create index exchange_connector on connect.exchange (connector, id desc);
create index exchange_at on connect.exchange (at);
