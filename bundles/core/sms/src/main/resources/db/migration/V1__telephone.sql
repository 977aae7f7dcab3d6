-- The telephone of an account, sealed; usable once its code has come back. The row outlives the number, so that forgetting and asking again does not get round the codes of a day.
create table sms.telephone (
    account_id uuid primary key,
    number     bytea,
    confirmed  boolean not null default false,
    code       bytea,
    code_until timestamptz,
    tries      integer not null default 0,
    day        date not null,
    asked      integer not null
);
create index telephone_confirmed on sms.telephone (account_id) where confirmed;
