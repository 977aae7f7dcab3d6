create table event.entry (
    id bigint generated always as identity primary key,
    type text not null,
    body jsonb not null,
    published_at timestamptz not null
);
create index entry_published_at on event.entry (published_at);
