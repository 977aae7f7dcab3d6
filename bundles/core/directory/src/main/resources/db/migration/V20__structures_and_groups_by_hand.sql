-- Structures and groups made by hand (54P, 611B, 621F).

-- Who put a structure below another: a feed takes only its own links away.
alter table directory.structure_parent add column source text not null default 'feed' check (source in ('feed', 'hand'));
alter table directory.structure add column by_hand boolean not null default false;

create table directory.hand_group (
    id uuid primary key,
    structure_id uuid not null references directory.structure,
    name text not null,
    ended_at timestamptz
);
create index hand_group_structure on directory.hand_group (structure_id);

create table directory.hand_group_member (
    group_id uuid not null references directory.hand_group on delete cascade,
    person_id uuid not null references directory.person on delete cascade,
    profile text not null,
    primary key (group_id, person_id)
);
create index hand_group_member_person on directory.hand_group_member (person_id);

-- What was done by hand to a structure or group, for the undo of the last act.
create table directory.hand_act (
    id uuid primary key,
    target_id uuid not null,
    action text not null,
    touched integer not null,
    ids uuid[] not null default '{}',
    profiles text[] not null default '{}',
    before text not null default '',
    account_id uuid,
    at timestamptz not null,
    undone_at timestamptz
);
create index hand_act_target on directory.hand_act (target_id, id) where undone_at is null;

-- The few who work at schools, among a million people.
create index affiliation_staff on directory.affiliation (person_id) where profile not in ('STUDENT', 'GUARDIAN');

-- Classes and groups of feeds, groups made by hand.
create view directory.class_or_group (id, structure_id, kind, name, ended_at) as
    select c.id, c.structure_id, c.kind, c.name, c.ended_at from directory.school_class c
    union all
    select g.id, g.structure_id, 'GROUP', g.name, g.ended_at from directory.hand_group g;

create or replace view directory.class_belonging (person_id, class_id, profile, child_id) as
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
      join directory.affiliation a on a.person_id = t.person_id and a.structure_id = c.structure_id
    union all
    select m.person_id, m.group_id, m.profile, null::uuid
      from directory.hand_group_member m
      join directory.hand_group h on h.id = m.group_id and h.ended_at is null
    union all
    select g.guardian_id, m.group_id, 'GUARDIAN', g.pupil_id
      from directory.guardianship g
      join directory.hand_group_member m on m.person_id = g.pupil_id and m.profile = 'STUDENT'
      join directory.hand_group h on h.id = m.group_id and h.ended_at is null;
