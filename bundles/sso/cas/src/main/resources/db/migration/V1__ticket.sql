-- A service ticket between login and validation: seconds. Only its hash is kept, with what leaves when it is validated.
create table sso_cas.ticket (
    ticket_hash bytea       primary key,
    connector   text        not null,
    service     text        not null,
    session_id  uuid        not null,
    user_id     text        not null,
    attributes  jsonb       not null,
    expires_at  timestamptz not null
);
create index ticket_expires on sso_cas.ticket (expires_at);
