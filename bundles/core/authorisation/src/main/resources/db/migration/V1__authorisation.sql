-- Administrators' grants. What ended is deleted: the audit trail keeps who gave and took what.
create table authorisation.held (
    id uuid primary key,
    account_id uuid not null,
    role text not null,
    structure_id uuid not null,
    until date,
    given_at timestamptz not null,
    given_by uuid,
    unique (account_id, role, structure_id)
);
create index held_latest on authorisation.held (given_at desc, id desc);
