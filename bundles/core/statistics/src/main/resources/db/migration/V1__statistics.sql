-- What was counted: one value an indicator, day and structure. No value is about one person.
create table statistics.figure (
    indicator    text             not null,
    day          date             not null,
    structure_id uuid             not null,
    value        double precision not null,
    primary key (indicator, structure_id, day)
);
create index figure_day on statistics.figure (indicator, day);
