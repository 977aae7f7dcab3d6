-- What an act changed, and on which node it happened.
alter table audit.entry add column node uuid, add column before jsonb, add column after jsonb;
create index entry_at on audit.entry (at desc, seq desc);
create index entry_target on audit.entry (target collate "C", seq desc);

-- Personal details, apart from the entries: a value can be erased, its salted digest stays.
create table audit.personal (
    entry bigint not null,
    name text not null,
    person_id uuid,
    value text,
    salt bytea,
    digest bytea not null,
    erased_at timestamptz,
    primary key (entry, name)
);
create index personal_person on audit.personal (person_id) where value is not null;
create index personal_value on audit.personal (left(value, 200)) where value is not null;

-- Entries that wait for their seal: written with the entry, so that a late commit is found whatever its number.
create table audit.pending (
    seq bigint primary key,
    node uuid,
    queued_at timestamptz not null
);
insert into audit.pending (seq, node, queued_at) select seq, null, to_timestamp(0) from audit.entry;

-- The chains. A seal covers the entries it lists; leaves holds the SHA-256 of each, in the same order.
create table audit.seal (
    node uuid not null,
    number bigint not null,
    previous bytea not null,
    sealed_at timestamptz not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    count int not null,
    root bytea not null,
    hash bytea not null,
    mac bytea not null,
    entries bigint[],
    leaves bytea,
    pruned_at timestamptz,
    pruned_mac bytea,
    primary key (node, number)
);
create index seal_kept on audit.seal (to_at) where pruned_at is null;

create function audit.guard_entry() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('audit.pruning', true) = 'on' then
        return old;
    end if;
    raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege';
end
$$;
drop trigger append_only on audit.entry;
create trigger append_only before update or delete on audit.entry for each row execute function audit.guard_entry();

create function audit.guard_personal() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('audit.pruning', true) = 'on' then
        return old;
    end if;
    if tg_op = 'UPDATE' and new.value is null and new.salt is null and new.erased_at is not null and new.entry = old.entry
            and new.name = old.name and new.digest = old.digest and new.person_id is not distinct from old.person_id then
        return new;
    end if;
    raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger only_erased before update or delete on audit.personal for each row execute function audit.guard_personal();
create trigger never_emptied before truncate on audit.personal for each statement execute function audit.refuse();

create function audit.guard_seal() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.pruned_at is null and new.pruned_at is not null and new.entries is null and new.leaves is null
            and (new.node, new.number, new.previous, new.sealed_at, new.from_at, new.to_at, new.count, new.root, new.hash, new.mac)
              = (old.node, old.number, old.previous, old.sealed_at, old.from_at, old.to_at, old.count, old.root, old.hash, old.mac) then
        return new;
    end if;
    raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger only_pruned before update or delete on audit.seal for each row execute function audit.guard_seal();
create trigger never_emptied before truncate on audit.seal for each statement execute function audit.refuse();

-- The pair of keys that signs exports; the private one is sealed by the portal's keys.
create table audit.signer (
    one boolean primary key default true check (one),
    public_key bytea not null,
    private_key bytea not null
);
