-- What a merge of two accounts did at a connector where both were known: whether the survivor took the other's identifier, for the undo.
create table connect.merged (
    connector  text        not null,
    kept_id    uuid        not null,
    alias_id   uuid        not null,
    exchanged  boolean     not null,
    merged_at  timestamptz not null,
    primary key (connector, kept_id, alias_id)
);
