-- The browsers in which adults have signed in. The cookie's token is in the browser only: here is its SHA-256 together with the account, so that two accounts of one browser cannot be told to share it.
create table session.device (
    id         uuid primary key,
    account_id uuid        not null,
    token_hash bytea       not null,
    name       text        not null,
    counter    text        not null,
    since      timestamptz not null,
    last_used  timestamptz not null,
    -- since when its owner is told that it is new; null for the first of an account and once he has answered
    noticed    timestamptz,
    unique (account_id, token_hash)
);
create index device_last_used on session.device (last_used);

-- In which browser a session was opened, where that is kept.
alter table session.portal_session add column device_id uuid;
create index portal_session_device on session.portal_session (device_id) where ended is null and device_id is not null;
