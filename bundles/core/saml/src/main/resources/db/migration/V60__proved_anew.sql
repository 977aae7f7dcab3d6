-- The user has to prove himself anew, and not before then.
alter table saml.request add column proved_after timestamptz;
