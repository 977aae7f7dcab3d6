-- Key pairs of protocols. The private key is sealed by the key "signing.<name>"; the certificate is public.
create table keys.signing_key (
    name        text        not null,
    kid         text        not null,
    sealed      bytea       not null,
    certificate bytea       not null,
    signs_from  timestamptz not null,
    created_at  timestamptz not null,
    primary key (name, kid)
);
