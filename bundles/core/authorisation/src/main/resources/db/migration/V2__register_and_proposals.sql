-- Grants with their story, kept after their end; grants proposed by the directory (621A).
alter table authorisation.held add column reason text not null default '';
-- the end date that its holder was told of
alter table authorisation.held add column noticed date;
create index held_structure on authorisation.held (structure_id);
create index held_until on authorisation.held (until) where until is not null;

-- ended_at is null for one that ran out.
create table authorisation.past (
    id uuid primary key,
    account_id uuid not null,
    role text not null,
    structure_id uuid not null,
    until date,
    reason text not null,
    given_at timestamptz not null,
    given_by uuid,
    ended_at timestamptz,
    ended_by uuid
);
create index past_account on authorisation.past (account_id);
create index past_structure on authorisation.past (structure_id);

create table authorisation.decision (
    id uuid primary key,
    account_id uuid,
    touched integer not null,
    at timestamptz not null,
    undone_at timestamptz
);
create index decision_account on authorisation.decision (account_id, id);

create table authorisation.proposal (
    id uuid primary key,
    account_id uuid not null,
    role text not null,
    structure_id uuid not null,
    cause text not null,
    function text not null,
    state text not null check (state in ('PROPOSED', 'ACCEPTED', 'REFUSED', 'LAPSED')),
    proposed_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    decision_id uuid references authorisation.decision,
    grant_id uuid,
    unique (account_id, role, structure_id)
);
create index proposal_structure on authorisation.proposal (structure_id, state);
create index proposal_decision on authorisation.proposal (decision_id);
