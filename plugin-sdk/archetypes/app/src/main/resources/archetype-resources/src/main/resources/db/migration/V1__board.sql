#set( $schema = $artifactId.replace("-", "_") )
-- What is written on the boards of the schools.
create table ${schema}.note (
  id uuid primary key,
  structure_id uuid not null,
  body varchar(500) not null,
  author_person uuid not null,
  author_name varchar(200) not null,
  at timestamptz not null
);

create index note_by_structure on ${schema}.note (structure_id, at desc, id desc);
create index note_by_author on ${schema}.note (author_person);
