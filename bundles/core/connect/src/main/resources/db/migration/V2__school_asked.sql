-- For which connector a session has said in which school it goes there. Gone with the session.
create table connect.school_asked (
    session_id uuid        not null,
    connector  text        not null,
    asked_at   timestamptz not null,
    primary key (session_id, connector)
);
