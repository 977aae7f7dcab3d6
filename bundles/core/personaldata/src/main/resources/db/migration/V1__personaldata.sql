-- Archives of people's own data (41B): the last one of each account; the file is in the file store and goes when it expires.
create table personaldata.takeout (
    id         uuid primary key,
    account_id uuid        not null unique,
    person_id  uuid        not null,
    state      text        not null check (state in ('ASKED', 'READY', 'FAILED')),
    asked_at   timestamptz not null,
    done_at    timestamptz,
    size       bigint      not null default 0,
    missing    text[]      not null default '{}'
);
create index takeout_asked on personaldata.takeout (asked_at);

-- People who were erased: only their ids, until every part has done its own (71C).
create table personaldata.erased (
    person_id   uuid primary key,
    account_ids uuid[]      not null,
    at          timestamptz not null
);
create index erased_at on personaldata.erased (at);

-- Parts that keep data of people, since they are known: who was erased before cannot be in them.
create table personaldata.part (
    id    text primary key,
    since timestamptz not null
);

-- What a part has erased. A part that failed, or was away, has no row and is asked again.
create table personaldata.erased_part (
    person_id uuid        not null references personaldata.erased on delete cascade,
    part      text        not null,
    at        timestamptz not null,
    count     int         not null,
    primary key (person_id, part)
);
