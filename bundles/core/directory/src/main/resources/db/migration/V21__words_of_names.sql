-- The words that names are made of: a misspelt word is looked for among these few, not among all people.
create table directory.name_word (
    word text primary key
);
create index name_word_alike on directory.name_word using gin (word public.gin_trgm_ops);

create function directory.learn_words() returns trigger language plpgsql as $$
begin
    insert into directory.name_word (word)
    select distinct w.word from fresh, unnest(string_to_array(fresh.search, ' ')) as w (word)
     where w.word <> '' and not exists (select 1 from directory.name_word k where k.word = w.word)
    on conflict do nothing;
    return null;
end
$$;

insert into directory.name_word (word)
select distinct w.word from directory.person p, unnest(string_to_array(p.search, ' ')) as w (word) where w.word <> ''
on conflict do nothing;

create trigger person_words_new after insert on directory.person
    referencing new table as fresh for each statement execute function directory.learn_words();
create trigger person_words_changed after update on directory.person
    referencing new table as fresh for each statement execute function directory.learn_words();

-- Whole words and starts of words, found among a million people without reading thousands of them; the trigrams of whole names are not needed any more.
drop index directory.person_search;
create index person_search on directory.person using gin (to_tsvector('simple', search));
