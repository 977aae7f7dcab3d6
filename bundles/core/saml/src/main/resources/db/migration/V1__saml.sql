-- What counters asked a provider: good once, for half an hour.
create table saml.request (
    id         text        primary key,
    counter    text        not null,
    browser    bytea       not null,
    return_to  text        not null,
    expires_at timestamptz not null
);
create index request_expires on saml.request (expires_at);

-- Messages that were taken, as hashes: none is taken twice.
create table saml.seen (
    id         bytea       primary key,
    expires_at timestamptz not null
);
create index seen_expires on saml.seen (expires_at);

-- What a provider proved, sealed, until the browser that began comes for it: minutes.
create table saml.parked (
    ticket     bytea       primary key,
    counter    text        not null,
    browser    bytea       not null,
    proof      bytea       not null,
    expires_at timestamptz not null
);
create index parked_expires on saml.parked (expires_at);

-- What a sign-out will need, by portal session: the provider's names, sealed; found by hash when the provider ends it.
create table saml.visit (
    session_id    uuid        primary key,
    counter       text        not null,
    name_hash     bytea       not null,
    session_index text        not null,
    visit         bytea       not null,
    expires_at    timestamptz not null
);
create index visit_name on saml.visit (name_hash);
create index visit_expires on saml.visit (expires_at);

-- The last good copy of every metadata document that is fetched.
create table saml.metadata (
    name       text        primary key,
    document   bytea       not null,
    fetched_at timestamptz not null
);
