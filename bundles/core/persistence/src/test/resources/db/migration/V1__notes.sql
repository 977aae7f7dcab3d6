create table sample.note (
    id uuid primary key,
    body text not null,
    written_at timestamptz not null,
    revision int not null
);
create index note_body on sample.note using gin (body public.gin_trgm_ops);
