-- Second factors of local accounts (611D). Secrets of apps are sealed by the portal's keys and bound to their account; recovery codes are keyed hashes; passkeys are public keys.
create table signin_local.totp (
    account_id uuid primary key,
    sealed     bytea       not null,
    -- number of the half minute whose code was used last: a code counts once
    last_used  bigint      not null,
    added      timestamptz not null
);

create table signin_local.passkey (
    credential_id bytea primary key,
    account_id    uuid        not null,
    name          text        not null,
    credential    bytea       not null,
    sign_count    bigint      not null,
    backup_able   boolean     not null,
    backed_up     boolean     not null,
    added         timestamptz not null,
    used          timestamptz
);
create index passkey_account on signin_local.passkey (account_id, added);

create table signin_local.recovery_code (
    account_id uuid  not null,
    hash       bytea not null,
    primary key (account_id, hash)
);

-- Sign-ins whose password is proved and whose second factor is not yet, and factors being added. Known by a token that only the browser has: here is its SHA-256.
create table signin_local.step (
    token_hash bytea primary key,
    account_id uuid        not null,
    purpose    text        not null check (purpose in ('PROVE', 'ENROL', 'ADD', 'DONE')),
    return_to  text        not null,
    challenge  bytea       not null,
    sealed     bytea       not null,
    mail_id    uuid        not null unique,
    mails      int         not null default 0,
    mail_hash  bytea,
    mail_until timestamptz,
    mail_tries int         not null default 0,
    expires    timestamptz not null
);
create index step_expires on signin_local.step (expires);
