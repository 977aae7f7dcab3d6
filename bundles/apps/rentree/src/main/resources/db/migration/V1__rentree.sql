-- How far each school is from a year that can begin, computed from the directory off the request; what heads decided on the way.
create table rentree.school (
  school_id uuid primary key,             -- of the directory, which answers by its own service
  code text not null,
  name text not null,
  city text not null,
  sort_name text not null,                -- without accents and capitals, for the search
  classes integer not null,
  empty_classes integer not null,
  untaught_classes integer not null,
  pupils integer not null,
  pupils_without_class integer not null,
  pupils_without_guardian integer not null,
  guardians integer not null,
  guardians_without_mail integer not null,
  accounts integer not null,
  accounts_never_used integer not null,
  duplicates integer not null,
  done integer not null,                  -- steps of the assistant that are done
  computed_at timestamptz not null
);
create index school_by_done on rentree.school (done, school_id);

-- The structures that a school is below, itself too: perimeters and filters are lists of these.
create table rentree.school_above (
  structure_id uuid not null,
  school_id uuid not null references rentree.school (school_id) on delete cascade,
  primary key (structure_id, school_id)
);
create index school_above_school on rentree.school_above (school_id);

-- Names of the structures above schools, for filters.
create table rentree.place (
  structure_id uuid primary key,
  kind text not null,
  name text not null,
  sort_name text not null
);

-- What a head said to be settled: the classes looked at, the sheets handed out.
create table rentree.settled (
  school_id uuid not null,
  step text not null,
  by_account uuid,                        -- null once the account's data were erased
  at timestamptz not null,
  primary key (school_id, step)
);

-- The classes as they were called when the head looked at them: what changes later is shown.
create table rentree.class_seen (
  class_id uuid primary key,
  school_id uuid not null,
  name text not null
);
create index class_seen_school on rentree.class_seen (school_id);

-- Who hands out the resources of the GAR in a school (responsable d'affectation).
create table rentree.delegate (
  school_id uuid not null,
  person_id uuid not null,
  name text not null,
  named_at timestamptz not null,
  primary key (school_id, person_id)
);
create index delegate_person on rentree.delegate (person_id);
