-- Who launched a tool from which school, by the identifier that was released: whose scores the tool may write.
create table sso_lti.member (
    connector  text        not null,
    uai        text        not null,
    account_id uuid        not null,
    user_id    text        not null,
    last       timestamptz not null,
    primary key (connector, uai, account_id)
);
create index member_user on sso_lti.member (connector, uai, user_id);
create index member_account on sso_lti.member (account_id);

-- Tokens of tools for our services (client credentials), and the assertions they were given for.
create table sso_lti.token (
    token_hash bytea       primary key,
    connector  text        not null,
    scopes     text[]      not null,
    expires    timestamptz not null
);
create index token_expires on sso_lti.token (expires);
create table sso_lti.assertion (
    connector text        not null,
    jti_hash  bytea       not null,
    expires   timestamptz not null,
    primary key (connector, jti_hash)
);

-- What a tool gives scores for in a school, and the last score of each user.
create table sso_lti.line_item (
    id            uuid             primary key,
    connector     text             not null,
    uai           text             not null,
    label         text             not null,
    maximum       double precision not null,
    resource_link text,
    resource_id   text,
    tag           text,
    starts        timestamptz,
    ends          timestamptz,
    created       timestamptz      not null
);
create index line_item_place on sso_lti.line_item (connector, uai, created, id);
create table sso_lti.result (
    line_item uuid             not null references sso_lti.line_item on delete cascade,
    user_id   text             not null,
    score     double precision,
    comment   text,
    activity  text             not null,
    grading   text             not null,
    at        timestamptz      not null,
    primary key (line_item, user_id)
);
create index result_at on sso_lti.result (at);
