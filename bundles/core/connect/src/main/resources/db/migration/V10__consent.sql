-- What a person, or a pupil's guardian, agreed to for a service of category 5 (3113-5): one row, the last decision. terms is the digest of the convention that was shown.
create table connect.consent (
    connector    text        not null,
    person_id    uuid        not null,
    terms        text        not null,
    state        text        not null check (state in ('GIVEN', 'REFUSED', 'WITHDRAWN')),
    attributes   text[]      not null,
    decided_by   uuid,
    decided_at   timestamptz not null,
    delivered_at timestamptz,
    primary key (person_id, connector)
);
create index consent_decided_by on connect.consent (decided_by);

-- A pupil wants to go to a service and asked his guardians for it.
create table connect.consent_asked (
    connector text        not null,
    person_id uuid        not null,
    asked_at  timestamptz not null,
    primary key (person_id, connector)
);
