-- Runs of archives: what was handed in, where it is on its way, and all that its review needs.
create sequence feed.applied_order;

create table feed.run (
    id            uuid primary key,
    system        text        not null,
    file_name     text        not null,
    archive       text,                             -- path below the store; null once it is deleted or was never kept
    sha256        text        not null,
    bytes         bigint      not null,
    received      timestamptz not null,
    received_by   uuid,
    asked_academy text,
    academy       text        not null default '',
    mode          text        not null default '',
    generated     date,
    state         text        not null,
    outcome       text,
    counts        json        not null default '{}',
    difference    json,
    acceptance    json,                             -- who may leave, and how many at most
    warnings      integer     not null default 0,
    errors        integer     not null default 0,
    progress      integer     not null default 0,
    ended         timestamptz,
    auto_apply    boolean     not null,
    check_only    boolean     not null,
    load_id       uuid,                             -- the directory's load, once applied
    applied       bigint,                           -- order of application
    undo_of       uuid references feed.run (id),    -- the run that this one undoes
    restored_by   uuid references feed.run (id),    -- the run that undid this one
    reason        text        not null default ''
) with (fillfactor = 80);

create index run_received on feed.run (received desc, id desc);
create index run_academy on feed.run (academy, received desc, id desc);
create index run_unfinished on feed.run (received, id) where state in ('RECEIVED', 'CHECKING', 'APPLYING');
create index run_applied on feed.run (system, academy, applied) where applied is not null;
create index run_restored_by on feed.run (restored_by) where restored_by is not null;
create index run_undo_of on feed.run (undo_of) where undo_of is not null;

-- What a run changes, by school and kind. school_leaving: pupils, guardians and staff of the school that leave.
create table feed.school_difference (
    run_id         uuid    not null references feed.run (id) on delete cascade,
    code           text    not null,
    kind           text    not null,
    name           text    not null,
    created        integer not null,
    changed        integer not null,
    moved          integer not null,
    unchanged      integer not null,
    leaving        integer not null,
    before         integer not null,
    school_leaving integer not null,
    primary key (run_id, code, kind)
);

create index school_difference_order on feed.school_difference (run_id, school_leaving desc, code, kind);

create table feed.sample (
    run_id   uuid    not null references feed.run (id) on delete cascade,
    code     text    not null,
    kind     text    not null,
    change   text    not null,
    position integer not null,
    key      text    not null,
    name     text    not null,
    detail   text    not null,
    primary key (run_id, code, kind, change, position)
);

create table feed.held_school (
    run_id   uuid    not null references feed.run (id) on delete cascade,
    code     text    not null,
    name     text    not null,
    before   integer not null,
    leaving  integer not null,
    accepted boolean not null,
    primary key (run_id, code)
);

create table feed.finding (
    run_id   uuid    not null references feed.run (id) on delete cascade,
    position integer not null,
    severity text    not null,
    code     text    not null,
    file     text    not null,
    record   text    not null,
    field    text    not null,
    message  text    not null,
    primary key (run_id, position)
);

-- The key pairs that sign reports; the private half is sealed by core/keys.
create table feed.report_key (
    kid     text primary key,
    created timestamptz not null,
    public  bytea       not null,
    sealed  bytea       not null
);
