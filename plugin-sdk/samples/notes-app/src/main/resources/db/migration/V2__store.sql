-- Files are kept by the portal's store from now on, which counts them against a quota; those of version 1 stay where they are, and the version before runs on this schema too.
alter table notes_app.note alter column file set default '';
