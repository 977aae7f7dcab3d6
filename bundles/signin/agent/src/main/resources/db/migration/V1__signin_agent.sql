-- Sign-ins under way at the counter of the State's staff, by the hash of their state; and what its sign-out needs, by session.
create table signin_agent.visit (
    state_hash bytea primary key,
    browser    bytea       not null,
    nonce      text        not null,
    verifier   bytea       not null,
    return_to  text        not null,
    expires    timestamptz not null
);
create index visit_expires on signin_agent.visit (expires);

-- Somebody who is known, with several accounts to choose from.
create table signin_agent.choice (
    token_hash bytea primary key,
    accounts   uuid[]      not null,
    proof      bytea       not null,
    return_to  text        not null,
    expires    timestamptz not null
);
create index choice_expires on signin_agent.choice (expires);

create table signin_agent.open_session (
    session_id uuid primary key,
    proof      bytea       not null,
    opened     timestamptz not null
);
create index open_session_opened on signin_agent.open_session (opened);
