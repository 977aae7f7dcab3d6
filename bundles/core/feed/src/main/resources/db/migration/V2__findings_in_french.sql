-- Findings in the words of people; message stays the English one. Empty for runs of former versions.
alter table feed.finding add column message_fr text not null default '';
