-- Counters that an administrator has closed.
create table security.closed_counter (
    counter text primary key,
    by_account uuid,
    since   timestamptz not null
);

-- The sign-ins of the last hour, without addresses: by network.
create table security.sign_in (
    session_id uuid primary key,
    account_id uuid        not null,
    network    text        not null,
    at         timestamptz not null
);
create index sign_in_account on security.sign_in (account_id, at);
create index sign_in_at on security.sign_in (at);

-- What was noticed; the same about one account on one day is one row.
create table security.finding (
    id         uuid primary key,
    kind       text        not null check (kind in ('networks', 'burst')),
    account_id uuid        not null,
    day        date        not null,
    count      int         not null,
    at         timestamptz not null,
    unique (account_id, kind, day)
);
create index finding_at on security.finding (at desc, id desc);
