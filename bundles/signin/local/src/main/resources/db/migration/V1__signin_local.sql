-- Passwords of local accounts, as Argon2id hashes; codes and passphrases that sheets show, sealed by the portal's keys.
create table signin_local.credential (
    account_id  uuid primary key,
    hash        text,
    secret_kind text,
    sealed      bytea,
    changed     timestamptz not null,
    check ((secret_kind is null) = (sealed is null))
);

-- Attempts to sign in, by login and by client address; the keys are hashes.
create table signin_local.attempt (
    key      text primary key,
    failures int         not null,
    since    timestamptz not null,
    last     timestamptz not null,
    until    timestamptz
);

create index attempt_last on signin_local.attempt (last);
