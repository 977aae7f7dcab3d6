-- People, structures and accounts. Requirement: CCTP chapter 4; design.md "Directory".

-- The tree of structures: academies, departments, circonscriptions, communes, RPIs, schools.
create table directory.structure (
    id uuid primary key,
    kind text not null check (kind in ('ACADEMY', 'DEPARTMENT', 'CIRCONSCRIPTION', 'COMMUNE', 'RPI', 'PROJECT', 'SCHOOL')),
    code text not null,
    name text not null,
    city text not null default '',
    type text not null default '',
    contract text not null default '',
    address text not null default '',
    postal_code text not null default '',
    email text not null default '',
    phone text not null default '',
    -- where it comes from, for what a feed brings
    feed text,
    academy text,
    source_key text,
    raw jsonb not null default '{}',
    digest uuid,
    ended_at timestamptz
);
create unique index structure_code on directory.structure (upper(code));
create index structure_source on directory.structure (feed, academy, source_key) where source_key is not null;

-- A structure may have several parents: circonscription, commune, RPI.
create table directory.structure_parent (
    structure_id uuid not null references directory.structure on delete cascade,
    parent_id uuid not null references directory.structure on delete cascade,
    primary key (structure_id, parent_id)
);
create index structure_parent_up on directory.structure_parent (parent_id);

create table directory.person (
    id uuid primary key,
    last_name text not null,
    first_name text not null,
    other_names text not null default '',
    birth_name text not null default '',
    title text not null default '',
    birth_date date,
    email text not null default '',
    phones jsonb not null default '{}',
    address text not null default '',
    postal_code text not null default '',
    city text not null default '',
    country text not null default '',
    address_releasable boolean not null default false,
    level text not null default '',
    nursery boolean not null default false,
    -- names without accents and capitals: family name first, and all names for the search
    sort_name text not null,
    search text not null
);
create index person_sort on directory.person (sort_name, id);
create index person_search on directory.person using gin (search public.gin_trgm_ops);

-- What a source calls a person. A key means something within its feed and academy only.
create table directory.person_source (
    feed text not null,
    academy text not null,
    kind text not null check (kind in ('PUPIL', 'GUARDIAN', 'STAFF')),
    key text not null,
    person_id uuid not null references directory.person,
    ine text,
    raw jsonb not null default '{}',
    digest uuid not null,
    gone_at timestamptz,
    primary key (feed, academy, kind, key)
);
create index person_source_person on directory.person_source (person_id);
create unique index person_source_ine on directory.person_source (feed, academy, ine) where ine is not null;

-- Person x structure x profile. Guardians belong through their children; a row of theirs is made by hand only.
create table directory.affiliation (
    person_id uuid not null references directory.person on delete cascade,
    structure_id uuid not null references directory.structure,
    profile text not null,
    functions text not null default '',
    source text not null,
    primary key (person_id, structure_id, profile)
);
create index affiliation_structure on directory.affiliation (structure_id, profile);
create index affiliation_source on directory.affiliation (source);

-- Classes and groups; a renamed class keeps its id by its key within the school.
create table directory.school_class (
    id uuid primary key,
    structure_id uuid not null references directory.structure,
    kind text not null check (kind in ('CLASS', 'GROUP')),
    source_key text not null,
    name text not null,
    ended_at timestamptz,
    unique (structure_id, kind, source_key)
);

create table directory.class_member (
    class_id uuid not null references directory.school_class on delete cascade,
    person_id uuid not null references directory.person on delete cascade,
    source text not null,
    primary key (class_id, person_id)
);
create index class_member_person on directory.class_member (person_id);

-- Who teaches where: told by hand, the AAF of the first degree does not say.
create table directory.teaching (
    class_id uuid not null references directory.school_class on delete cascade,
    person_id uuid not null references directory.person on delete cascade,
    primary key (class_id, person_id)
);
create index teaching_person on directory.teaching (person_id);

create table directory.guardianship (
    pupil_id uuid not null references directory.person on delete cascade,
    guardian_id uuid not null references directory.person on delete cascade,
    link_code text not null,
    legal boolean not null,
    source text not null,
    primary key (pupil_id, guardian_id)
);
create index guardianship_guardian on directory.guardianship (guardian_id);

create table directory.account (
    id uuid primary key,
    person_id uuid not null references directory.person,
    login text not null,
    state text not null check (state in ('INACTIVE', 'ACTIVE', 'BLOCKED', 'LEAVING')),
    state_before text,
    profile text not null,
    created_at timestamptz not null,
    activated_at timestamptz,
    left_at timestamptz
);
create unique index account_login on directory.account (lower(login));
create index account_person on directory.account (person_id);

-- Ids that a merge left behind.
create table directory.account_alias (
    alias_id uuid primary key,
    account_id uuid not null references directory.account
);
create index account_alias_account on directory.account_alias (account_id);

-- Every login ever given out: never given to somebody else. base is the login without its number.
create table directory.login_used (
    login text primary key,
    base text not null,
    number integer not null,
    account_id uuid not null,
    used_at timestamptz not null
);
create index login_used_base on directory.login_used (base, number);

-- Every load opened, applied or not. Its staging tables are called stage_<id>_...
create table directory.load (
    id uuid primary key,
    feed text not null,
    academy text not null,
    complete boolean not null,
    generated date not null,
    checksum text not null,
    state text not null check (state in ('STAGED', 'APPLIED', 'ABANDONED')),
    opened_at timestamptz not null,
    ended_at timestamptz,
    created integer,
    changed integer,
    unchanged integer,
    departures integer
);
create index load_source on directory.load (feed, academy, generated);

-- Who belongs to a structure and as what, guardians through their children.
create view directory.belonging (person_id, structure_id, profile, child_id) as
    select a.person_id, a.structure_id, a.profile, null::uuid
      from directory.affiliation a
    union all
    select g.guardian_id, a.structure_id, 'GUARDIAN', g.pupil_id
      from directory.guardianship g
      join directory.affiliation a on a.person_id = g.pupil_id and a.profile = 'STUDENT';

-- Who belongs to a class or group and as what.
create view directory.class_belonging (person_id, class_id, profile, child_id) as
    select m.person_id, m.class_id, 'STUDENT', null::uuid
      from directory.class_member m
    union all
    select g.guardian_id, m.class_id, 'GUARDIAN', g.pupil_id
      from directory.guardianship g
      join directory.class_member m on m.person_id = g.pupil_id
    union all
    select t.person_id, t.class_id, case a.profile when 'HEAD' then 'TEACHER' else a.profile end, null::uuid
      from directory.teaching t
      join directory.school_class c on c.id = t.class_id
      join directory.affiliation a on a.person_id = t.person_id and a.structure_id = c.structure_id;
