-- Partial loads, references that wait, and what loads replaced. Requirement: 44A, 44B, 44C.

-- The sum of all attributes as they came: the digest says whether a record means something else, this one whether it is written otherwise.
alter table directory.person_source add column raw_digest uuid;
alter table directory.structure add column raw_digest uuid;

-- The order in which loads were applied, whatever the clock says, and what an undo needs.
create sequence directory.load_applied;
alter table directory.load drop constraint load_state_check;
alter table directory.load
    add constraint load_state_check check (state in ('STAGED', 'APPLIED', 'ABANDONED', 'UNDONE')),
    add column applied_no bigint,
    -- the load that this one undoes, and the load that undid this one
    add column undoes uuid,
    add column undone_by uuid,
    -- IMAGES: load_before holds what it replaced; EMPTY: there was nothing of that source before; null: not kept any more
    add column kept text check (kept in ('IMAGES', 'EMPTY'));
create unique index load_applied_no on directory.load (applied_no) where applied_no is not null;

-- The attributes of each record before a load created (null), changed, renamed or removed it.
create table directory.load_before (
    load_id uuid not null,
    feed text not null,
    academy text not null,
    kind text not null,
    key text not null,
    person_id uuid,
    attributes jsonb,
    primary key (load_id, kind, key)
);

-- Records that name something which is not there.
create table directory.waiting (
    feed text not null,
    academy text not null,
    kind text not null,
    key text not null,
    missing_kind text not null,
    missing_key text not null,
    primary key (feed, academy, missing_kind, missing_key, kind, key)
);
create index waiting_record on directory.waiting (feed, academy, kind, key);
