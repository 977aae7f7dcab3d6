-- Portal sessions and accepted charters. The token itself is in the browser only: here is its SHA-256.
create table session.portal_session (
    id           uuid primary key,
    token_hash   bytea       not null unique,
    account_id   uuid        not null,
    person_id    uuid        not null,
    counter      text        not null,
    profile      text        not null,
    structure_id uuid        not null,
    child_id     uuid,
    created      timestamptz not null,
    last_act     timestamptz not null,
    ended        timestamptz,
    end_reason   text
) with (fillfactor = 80);

create index portal_session_running on session.portal_session (created desc, id desc) where ended is null;
create index portal_session_account on session.portal_session (account_id) where ended is null;
create index portal_session_ended on session.portal_session (ended) where ended is not null;

create table session.charter_acceptance (
    account_id uuid        not null,
    version    text        not null,
    accepted   timestamptz not null,
    primary key (account_id, version)
);

-- Where an account was last: the context its next session begins in.
create table session.last_context (
    account_id   uuid primary key,
    profile      text not null,
    structure_id uuid not null,
    child_id     uuid
);
