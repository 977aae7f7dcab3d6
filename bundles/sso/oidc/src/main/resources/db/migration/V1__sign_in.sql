-- A sign-in at a service: begins with its code, which is good for one use, and lives on by its tokens. Codes and tokens are kept as hashes only.
create table sso_oidc.sign_in (
    id           uuid        primary key,
    code_hash    bytea       not null unique,
    code_expires timestamptz not null,
    code_used    timestamptz,
    connector    text        not null,
    redirect_uri text        not null,
    challenge    text,
    nonce        text,
    session_id   uuid        not null,
    account_id   uuid        not null,
    sub          text        not null,
    claims       jsonb       not null,
    scopes       text        not null,
    auth_time    timestamptz not null,
    -- A device that stays signed in when the browser's session is over: what it shows of itself, and who holds it.
    device       text,
    holder       jsonb,
    created      timestamptz not null,
    last_used    timestamptz not null,
    expires      timestamptz not null,
    ended        timestamptz,
    end_reason   text
);
create index sign_in_expires on sso_oidc.sign_in (expires);
create index sign_in_device on sso_oidc.sign_in (account_id) where device is not null and ended is null;

-- Access tokens (A) and refresh tokens (R). A refresh token used is kept a day, to tell when it comes again.
create table sso_oidc.token (
    token_hash bytea       primary key,
    sign_in    uuid        not null references sso_oidc.sign_in (id) on delete cascade,
    kind       text        not null,
    expires    timestamptz not null,
    used       timestamptz
);
create index token_sign_in on sso_oidc.token (sign_in);
create index token_expires on sso_oidc.token (expires);

-- Identifiers of client assertions (private_key_jwt) that were used.
create table sso_oidc.assertion (
    connector text        not null,
    jti_hash  bytea       not null,
    expires   timestamptz not null,
    primary key (connector, jti_hash)
);
