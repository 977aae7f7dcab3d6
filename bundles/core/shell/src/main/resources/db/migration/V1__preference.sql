-- How users want pages to look; one row for who changed anything.
create table shell.preference (
    account_id uuid primary key,
    font text not null,
    size integer not null,
    contrast text not null
);
