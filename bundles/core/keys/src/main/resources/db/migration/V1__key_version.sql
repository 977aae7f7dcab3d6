create table keys.key_version (
    name text not null,
    version int not null,
    wrapped bytea not null,
    created_at timestamptz not null,
    primary key (name, version)
);
