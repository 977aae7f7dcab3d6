-- Articles for a class, a school or a structure. The audience is a scope id of the directory, which answers by its own service.
create table news.article (
  id uuid primary key,
  version integer not null,
  title varchar(200) not null,
  body text not null,                     -- sanitised when written
  excerpt varchar(240) not null,          -- its first words, as plain text
  scope_kind varchar(10) not null,
  scope_id uuid not null,
  author_account uuid,                    -- null once the author's data were erased
  author_person uuid,
  author_name varchar(200) not null,
  pinned boolean not null,
  urgent boolean not null,
  publish_at timestamptz,                 -- null for a draft
  expires_at timestamptz,
  changed_at timestamptz not null,
  deleted_at timestamptz
);

-- What the people of some scopes read: pinned first, then the latest.
create index article_by_scope on news.article (scope_id, pinned desc, publish_at desc, id desc)
  where deleted_at is null and publish_at is not null;
-- What an author wrote.
create index article_by_author on news.article (author_account, changed_at desc, id desc) where deleted_at is null;
create index article_by_person on news.article (author_person);
-- What is to be purged.
create index article_deleted on news.article (deleted_at) where deleted_at is not null;

-- When an account last looked at the list: everything published before counts as seen.
create table news.visit (
  account_id uuid primary key,
  person_id uuid not null,
  at timestamptz not null
);
create index visit_by_person on news.visit (person_id);

-- What an account read since its last visit of the list, which empties it: so it stays small.
create table news.read_mark (
  account_id uuid not null,
  article_id uuid not null references news.article (id) on delete cascade,
  person_id uuid not null,
  primary key (account_id, article_id)
);
create index read_mark_by_article on news.read_mark (article_id);
create index read_mark_by_person on news.read_mark (person_id);
