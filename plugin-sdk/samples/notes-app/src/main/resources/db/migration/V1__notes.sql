-- Notes by school. The person is known by his id only; his name is what the wall shows, and goes when he is erased.
create table notes_app.note (
  id uuid primary key,
  school_id uuid not null,
  author_person uuid,
  author_name varchar(200) not null,
  body varchar(500) not null,
  written_at timestamptz not null,
  file_name varchar(200) not null,
  file bytea not null
);

create index note_by_school on notes_app.note (school_id, written_at desc, id desc);
create index note_by_person on notes_app.note (author_person);
