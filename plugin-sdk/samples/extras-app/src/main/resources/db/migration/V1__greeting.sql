-- How often was greeted, by school and day. Nobody is named nor counted by himself: there is nothing to export or to erase about a person.
create table extras_app.greeting (
  school_id uuid not null,
  day date not null,
  times integer not null,
  primary key (day, school_id)
);
