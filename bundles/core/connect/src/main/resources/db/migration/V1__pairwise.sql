-- The identifier by which one connector knows one account: given once, kept for ever. last_used tells which one survives a merge of accounts.
create table connect.pairwise (
    connector  text        not null,
    account_id uuid        not null,
    identifier text        not null,
    first_used timestamptz not null,
    last_used  timestamptz not null,
    primary key (connector, account_id),
    unique (connector, identifier)
);
create index pairwise_account on connect.pairwise (account_id);
