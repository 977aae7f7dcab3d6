-- Who may write to whom (614B): settings of structures, their history, exceptions.
create table communication.setting (
    structure_id uuid primary key,
    preset text not null check (preset in ('CLOSED', 'STAFF_ONLY', 'CLASS', 'OPEN')),
    widening boolean not null,
    guardians boolean,
    from_above boolean not null,
    account_id uuid,
    at timestamptz not null
);
create index setting_latest on communication.setting (at desc, structure_id);

-- Every setting that ever was; preset is null for a reset.
create table communication.history (
    id uuid primary key,
    structure_id uuid not null,
    preset text,
    widening boolean not null,
    guardians boolean,
    from_above boolean not null,
    account_id uuid,
    at timestamptz not null
);
create index history_structure on communication.history (structure_id, id);

create table communication.exception (
    id uuid primary key,
    structure_id uuid not null,
    kind text not null check (kind in ('ALLOW', 'CLOSE')),
    from_kind text not null,
    from_id uuid not null,
    from_profiles text[] not null,
    to_kind text,
    to_id uuid,
    to_profiles text[] not null,
    both_ways boolean not null,
    until date,
    reason text not null,
    account_id uuid,
    at timestamptz not null,
    ended_at timestamptz
);
create index exception_structure on communication.exception (structure_id, id);
create index exception_running on communication.exception (until) where ended_at is null;
