-- Identity over time, lifecycle and accounts made by hand. Requirements: 44A, 611C, 612A, 621A-E, 74I; tender 7.2.3.

-- Merges. The person who went keeps his row, out of sight, so that a merge can be undone.
alter table directory.person add column merged_into uuid references directory.person;
create index person_merged on directory.person (merged_into) where merged_into is not null;
-- The merges by which a source came to its person, the latest last: survives a change of its key.
alter table directory.person_source add column merges uuid[] not null default '{}';

create table directory.merge (
    id uuid primary key,
    seq bigint not null generated always as identity,
    kept uuid not null references directory.person on delete cascade,
    gone uuid not null references directory.person on delete cascade,
    kept_account uuid,
    alias_account uuid,
    -- the person who stayed as he was, and the digests of both people's sources: what feeds changed since can be told
    kept_was jsonb not null,
    kept_digests text not null,
    gone_digests text not null,
    merged_by uuid,
    merged_at timestamptz not null,
    undone_by uuid,
    undone_at timestamptz
);
create index merge_kept on directory.merge (kept, merged_at desc);
create index merge_gone on directory.merge (gone);
create index merge_latest on directory.merge (seq desc);

-- Every row that a merge moved to the kept person, or dropped because he had the same.
create table directory.merge_row (
    merge_id uuid not null references directory.merge on delete cascade,
    kind text not null,
    was jsonb not null,
    moved boolean not null
);
create index merge_row_merge on directory.merge_row (merge_id, kind);

-- Two people who look like one.
create table directory.likeness (
    a uuid not null references directory.person on delete cascade,
    b uuid not null references directory.person on delete cascade,
    score integer not null,
    reasons text[] not null,
    state text not null check (state in ('PROPOSED', 'MERGED', 'APART')),
    found_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    primary key (a, b),
    check (a < b)
);
create index likeness_b on directory.likeness (b);
create index likeness_state on directory.likeness (state, score desc, a, b);

-- Blocking keys: what two people must share to be compared at all; names have person_sort.
create index person_birth on directory.person (birth_date) where birth_date is not null;
create index person_email on directory.person (lower(email)) where email <> '';
create index person_source_by_ine on directory.person_source (ine) where ine is not null;

-- Lifecycle.
alter table directory.account drop constraint account_state_check;
alter table directory.account add constraint account_state_check
    check (state in ('INACTIVE', 'ACTIVE', 'BLOCKED', 'LEAVING', 'ARCHIVED'));
alter table directory.account
    add column last_used_at timestamptz,
    add column archived_at timestamptz,
    add column expires_on date;
create index account_parting on directory.account (state, left_at) where state in ('LEAVING', 'ARCHIVED');
create index account_expiry on directory.account (expires_on) where expires_on is not null;
create index account_used on directory.account (last_used_at desc nulls last, id);

-- An alias keeps its login, which leads to the account it stands for.
alter table directory.account_alias add column login text, add column merge_id uuid;
create unique index account_alias_login on directory.account_alias (lower(login)) where login is not null;

-- Where people belonged before they left: whose administrator is told of their departure.
create table directory.former (
    person_id uuid not null references directory.person on delete cascade,
    structure_id uuid not null references directory.structure on delete cascade,
    profile text not null,
    left_at timestamptz not null,
    primary key (person_id, structure_id, profile)
);
create index former_structure on directory.former (structure_id);

create function directory.remember_affiliation() returns trigger language plpgsql as $$
begin
    insert into directory.former (person_id, structure_id, profile, left_at)
    select g.person_id, g.structure_id, g.profile, now() from gone g
     where exists (select 1 from directory.person p where p.id = g.person_id)
    on conflict (person_id, structure_id, profile) do update set left_at = excluded.left_at;
    return null;
end
$$;
create trigger remember_affiliation after delete on directory.affiliation
    referencing old table as gone for each statement execute function directory.remember_affiliation();

create function directory.remember_guardianship() returns trigger language plpgsql as $$
begin
    insert into directory.former (person_id, structure_id, profile, left_at)
    select distinct g.guardian_id, s.structure_id, 'GUARDIAN', now()
      from gone g
      join lateral (select a.structure_id from directory.affiliation a where a.person_id = g.pupil_id and a.profile = 'STUDENT'
                    union
                    select f.structure_id from directory.former f where f.person_id = g.pupil_id and f.profile = 'STUDENT') s on true
     where exists (select 1 from directory.person p where p.id = g.guardian_id)
    on conflict (person_id, structure_id, profile) do update set left_at = excluded.left_at;
    return null;
end
$$;
create trigger remember_guardianship after delete on directory.guardianship
    referencing old table as gone for each statement execute function directory.remember_guardianship();

-- Where a person belongs; of one who left, where he belonged.
create view directory.placement (person_id, structure_id, profile) as
    select b.person_id, b.structure_id, b.profile from directory.belonging b
    union
    select f.person_id, f.structure_id, f.profile from directory.former f
     where not exists (select 1 from directory.affiliation a where a.person_id = f.person_id)
       and not exists (select 1 from directory.guardianship g where g.guardian_id = f.person_id);

-- Certificates of erasure: no personal data.
create table directory.erasure (
    id uuid primary key,
    at timestamptz not null,
    asked_by uuid,
    rule text not null check (rule in ('retention', 'request')),
    reason text not null,
    kinds jsonb not null,
    hashes text[] not null,
    signature text not null
);
create index erasure_latest on directory.erasure (at desc, id);

-- Accounts asked for.
create table directory.account_request (
    id uuid primary key,
    profile text not null,
    structure_id uuid not null references directory.structure,
    first_name text not null,
    last_name text not null,
    email text not null default '',
    reason text not null,
    wanted_until date,
    state text not null check (state in ('ASKED', 'ACCEPTED', 'REFUSED')),
    asked_by uuid,
    asked_by_name text not null default '',
    asked_at timestamptz not null,
    decided_by uuid,
    decided_by_name text not null default '',
    decided_at timestamptz,
    answer text not null default '',
    account_id uuid,
    person_id uuid references directory.person on delete set null
);
create index account_request_state on directory.account_request (state, asked_at, id);
create index account_request_structure on directory.account_request (structure_id, state);
create index account_request_person on directory.account_request (person_id) where person_id is not null;

-- Departures told already, one line a day: several nodes tell once.
create table directory.notice (
    kind text not null,
    day date not null,
    primary key (kind, day)
);
