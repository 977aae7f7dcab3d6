-- Extensions that are or were here beside the distribution, by symbolic name.
create table extensions.extension (
  id text primary key,
  version text not null,
  name text not null,
  source text not null,
  sha256 text not null,
  by_account uuid,
  since timestamptz not null,
  removed_at timestamptz
);

-- What of theirs outlives them: schemas of the database (data) and applications that people chose about (app).
create table extensions.part (
  extension_id text not null references extensions.extension on delete cascade,
  kind text not null,
  name text not null,
  primary key (extension_id, kind, name)
);

-- What became of them, kept after they are erased.
create table extensions.act (
  id uuid primary key,
  at timestamptz not null,
  act text not null,
  extension_id text not null,
  version text not null,
  before text not null,
  why_fr text not null,
  why_en text not null,
  by_account uuid
);
create index act_by_time on extensions.act (at desc, id desc);
create index act_by_extension on extensions.act (extension_id, at desc, id desc);
