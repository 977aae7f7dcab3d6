-- Resources that a teacher picked in a tool by deep linking, for the people of his school.
create table sso_lti.link (
    id           uuid        primary key,
    connector    text        not null,
    structure_id uuid        not null,
    title        text        not null,
    url          text        not null,
    custom       jsonb       not null,
    created_by   uuid        not null,
    created      timestamptz not null
);
create index link_place on sso_lti.link (connector, structure_id, created desc);

-- Identifiers of deep linking responses that were used.
create table sso_lti.response (
    connector text        not null,
    data_hash bytea       not null,
    expires   timestamptz not null,
    primary key (connector, data_hash)
);
