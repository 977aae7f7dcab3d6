-- The user has to prove himself anew, and not before then.
alter table signin_agent.visit add column proved_after timestamptz;
