-- Whether the ticket comes from a sign-in made for it, and by which services it was asked for (proxy tickets), the latest first.
alter table sso_cas.ticket add column fresh boolean not null default false;
alter table sso_cas.ticket add column proxies jsonb not null default '[]';

-- Proxy-granting tickets: as long as the portal session. Only hashes are kept.
create table sso_cas.granting (
    ticket_hash bytea       primary key,
    connector   text        not null,
    session_id  uuid        not null,
    proxies     jsonb       not null,
    expires_at  timestamptz not null
);
create index granting_session on sso_cas.granting (session_id);
create index granting_expires on sso_cas.granting (expires_at);

-- Challenges to sign in anew that have been answered: each counts once.
create table sso_cas.renewal (
    challenge_hash bytea       primary key,
    expires_at     timestamptz not null
);
create index renewal_expires on sso_cas.renewal (expires_at);
