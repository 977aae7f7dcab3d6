-- What of the demonstration is done, so that each part is made once for an instance.
create table demo.step (
  name text primary key,
  done_at timestamptz not null
);
