create table audit.entry (
    seq bigint generated always as identity primary key,
    id uuid not null,
    at timestamptz not null,
    account_id uuid,
    person_id uuid,
    profile text,
    structure_id uuid,
    action text not null,
    family text not null generated always as (split_part(action, '.', 1)) stored,
    target text not null,
    details jsonb not null
);
create index entry_action on audit.entry (action, seq desc);
create index entry_family on audit.entry (family, seq desc);
create index entry_account on audit.entry (account_id, seq desc);

create function audit.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete on audit.entry for each row execute function audit.refuse();
create trigger never_emptied before truncate on audit.entry for each statement execute function audit.refuse();
