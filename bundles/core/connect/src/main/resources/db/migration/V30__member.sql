-- Who went to a service that lists members, from which school and as what, the last time: one row for each school.
create table connect.member (
    connector    text        not null,
    structure_id uuid        not null,
    person_id    uuid        not null,
    account_id   uuid        not null,
    profile      text        not null,
    last         timestamptz not null,
    primary key (connector, structure_id, person_id)
);
create index member_account on connect.member (account_id);
create index member_last on connect.member (last);
