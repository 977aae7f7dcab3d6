-- A proposal that a sign-in counter made from what the State told about somebody: the feeds do not take it back before that day.
alter table authorisation.proposal add column told_until timestamptz;
