-- What is switched off, and where. Nothing is written for what is on: a lower level narrows, never widens.
create table toggle.switched_off (
  scope_id uuid not null,
  item text not null,
  scope_kind text not null,
  account_id uuid,
  at timestamptz not null,
  primary key (scope_id, item)
);

-- What a user hides from his own home page.
create table toggle.hidden (
  account_id uuid not null,
  item text not null,
  person_id uuid not null,
  primary key (account_id, item)
);
create index hidden_by_person on toggle.hidden (person_id);
