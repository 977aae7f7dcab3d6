-- What was told: one row however many people it is for; who may see it is asked of the directory when he looks.
create table notification.told (
    id       uuid primary key,
    category text        not null,
    title_fr text        not null,
    title_en text        not null,
    path     text        not null,
    scopes   jsonb       not null,
    scope_ids uuid[]     not null,
    profiles text[]      not null,
    accounts uuid[]      not null,
    author   uuid,
    at       timestamptz not null
);
create index told_scopes on notification.told using gin (scope_ids);
create index told_accounts on notification.told using gin (accounts);
create index told_at on notification.told (at desc);
create index told_path on notification.told (path);

-- When an account last looked.
create table notification.seen (
    account_id uuid primary key,
    at         timestamptz not null
);

-- How an account wants a category; no row for who has not chosen.
create table notification.choice (
    account_id uuid    not null,
    category   text    not null,
    in_portal  boolean not null,
    by_mail    boolean not null,
    primary key (account_id, category)
);
create index choice_mail on notification.choice (category, account_id) where by_mail;
