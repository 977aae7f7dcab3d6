-- The agent counter finds the account by the professional address of its holder.
create index person_mail on directory.person (lower(email)) where email <> '';
