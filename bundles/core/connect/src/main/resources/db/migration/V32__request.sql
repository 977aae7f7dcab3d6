-- Connectors asked for by schools, communes and the academy. filled is the connector file, sealed: it may hold a secret of the service.
create table connect.request (
    id           uuid        primary key,
    connector    text        not null,
    name_fr      text        not null,
    name_en      text        not null,
    template     text        not null,
    structure_id uuid        not null,
    filled       bytea       not null,
    state        text        not null check (state in ('REQUESTED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    reason       text        not null default '',
    requested_by uuid,
    requested_at timestamptz not null,
    checked_by   uuid,
    checked_at   timestamptz,
    decided_by   uuid,
    decided_at   timestamptz,
    check (state <> 'ACCEPTED' or checked_at is not null)
);
create unique index request_connector on connect.request (connector) where state in ('REQUESTED', 'ACCEPTED');
create index request_structure on connect.request (structure_id, requested_at desc, id);

-- To whom an accepted one is open: the structure and all below.
create table connect.opening (
    request      uuid        not null references connect.request,
    structure_id uuid        not null,
    opened_by    uuid,
    opened_at    timestamptz not null,
    primary key (request, structure_id)
);
