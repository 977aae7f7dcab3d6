package org.preau.core.directory.identity;

import java.util.List;

/** The statements by which people who look like one are found: pairs by blocking keys (never all with all), what each pair has in common, the score. */
final class LikenessSql {
    static final String SEEK =
            """
            create temporary table seek on commit drop as
            select p.id, p.birth_date, p.email, left(p.sort_name, 4) as last4, left(p.search, 4) as first4, p.sort_name,
                   regexp_replace(p.search, ' .*', '') as first_word
              from directory.person p where p.merged_into is null
            """;
    static final String SEEK_WITHIN =
            """
             and p.id in (select b.person_id from directory.placement b where b.structure_id = any (?::uuid[]))
            """;
    static final String PAIR = "create temporary table pair (a uuid, b uuid) on commit drop";

    private static final String ADD =
            "insert into pair select least(s.id, o.id), greatest(s.id, o.id) from seek s join directory.person o on o.id <> s.id and o.merged_into is null and ";

    /** One block each. Names without a date of birth need something else in common; a mail that a whole school shares says nothing. */
    static final List<String> BLOCKS = List.of(
            ADD + "o.birth_date = s.birth_date and left(o.sort_name, 4) = s.last4",
            ADD + "o.birth_date = s.birth_date and left(o.search, 4) = s.first4",
            ADD + "o.birth_date = s.birth_date and left(o.search, 4) = s.last4",
            """
            insert into pair select least(x.person_id, y.person_id), greatest(x.person_id, y.person_id)
              from seek s join directory.person_source x on x.person_id = s.id
              join directory.person_source y on y.ine = x.ine and y.person_id <> x.person_id
             where x.ine is not null
            """,
            ADD
                    + """
            lower(o.email) = lower(s.email) and o.email <> '' and left(o.search, 4) = s.first4
             where s.email <> ''
               and (select count(*) from (select 1 from directory.person m where lower(m.email) = lower(s.email) and m.email <> '' limit 7) few) < 7
            """,
            """
            insert into pair select least(x.guardian_id, y.guardian_id), greatest(x.guardian_id, y.guardian_id)
              from seek s join directory.guardianship x on x.guardian_id = s.id
              join directory.guardianship y on y.pupil_id = x.pupil_id and y.guardian_id <> x.guardian_id
              join directory.person o on o.id = y.guardian_id
             where left(o.search, 4) = s.first4 or left(o.search, 4) = s.last4
            """,
            ADD
                    + """
            o.sort_name = s.sort_name
             where (s.birth_date is null or o.birth_date is null)
               and (exists (select 1 from directory.placement x join directory.placement y using (structure_id)
                             where x.person_id = s.id and y.person_id = o.id)
                    or exists (select 1 from directory.person k where k.id = s.id
                                and (k.phones <> '{}' and k.phones = o.phones or k.address <> '' and k.address = o.address)))
            """);

    static final String FACES =
            """
            create temporary table face on commit drop as
            select p.id, f.first, f.last, f.birth, p.birth_date, lower(p.email) as email,
                   array(select right(regexp_replace(value, '[^0-9]', '', 'g'), 9) from jsonb_each_text(p.phones) where value <> '') as phones,
                   nullif(lower(p.address), '') || ' ' || p.postal_code as address,
                   array(select s.ine from directory.person_source s where s.person_id = p.id and s.ine is not null) as ines
              from (select a as id from pair union select b from pair) x
              join directory.person p using (id),
                   lateral (select trim(regexp_replace(lower(public.unaccent(p.first_name)), '[^a-z0-9]+', ' ', 'g')) as first,
                                   trim(regexp_replace(lower(public.unaccent(p.last_name)), '[^a-z0-9]+', ' ', 'g')) as last,
                                   trim(regexp_replace(lower(public.unaccent(p.birth_name)), '[^a-z0-9]+', ' ', 'g')) as birth) f
            """;

    /** A pair is put in one row; the names are compared once, the strongest likeness of them counts. */
    static final String SCORE =
            """
            create temporary table found on commit drop as
            select a, b, (select sum(p.points) from unnest(reasons) r join unnest(?::text[], ?::text[]::int[]) p(name, points) on r = p.name)::int as score,
                   reasons
              from (
                select a.id as a, b.id as b, array_remove(array[
                    case when a.ines && b.ines then 'SAME_INE' when a.ines <> '{}' and b.ines <> '{}' then 'OTHER_INE' end,
                    case when a.last = b.last and a.first = b.first then 'SAME_NAME'
                         when a.last = b.first and a.first = b.last then 'SWAPPED_NAME'
                         when a.first = b.first and (a.birth <> '' and a.birth in (b.last, b.birth) or b.birth <> '' and b.birth = a.last)
                             then 'BIRTH_NAME'
                         when n.first_within and n.last_within then 'COMPOUND_NAME'
                         when (a.first = b.first and public.similarity(a.last, b.last) >= 0.5)
                           or (a.last = b.last and public.similarity(a.first, b.first) >= 0.5) then 'CLOSE_NAME'
                         when not n.first_within and a.first <> b.last then 'OTHER_FIRST_NAME' end,
                    case when a.birth_date = b.birth_date then 'SAME_BIRTH_DATE' when a.birth_date <> b.birth_date then 'OTHER_BIRTH_DATE' end,
                    case when a.email <> '' and a.email = b.email then 'SAME_EMAIL' end,
                    case when a.phones && b.phones then 'SAME_PHONE' end,
                    case when a.address = b.address then 'SAME_ADDRESS' end,
                    case when n.near and (exists (select 1 from directory.guardianship x join directory.guardianship y using (pupil_id)
                                       where x.guardian_id = a.id and y.guardian_id = b.id)
                           or exists (select 1 from directory.guardianship x join directory.guardianship y using (guardian_id)
                                       where x.pupil_id = a.id and y.pupil_id = b.id)) then 'SHARED_FAMILY' end,
                    case when n.near and exists (select 1 from directory.placement x join directory.placement y using (structure_id)
                                       where x.person_id = a.id and y.person_id = b.id) then 'SHARED_SCHOOL' end], null) as reasons
                  from (select distinct a, b from pair) q
                  join face a on a.id = q.a join face b on b.id = q.b,
                       lateral (select a.last = b.last or a.first = b.first or a.first = b.last or a.ines && b.ines as near,
                                       string_to_array(a.first, ' ') <@ string_to_array(b.first, ' ')
                                       or string_to_array(b.first, ' ') <@ string_to_array(a.first, ' ')
                                       or replace(a.first, ' ', '') = replace(b.first, ' ', '') as first_within,
                                       string_to_array(a.last, ' ') <@ string_to_array(b.last, ' ')
                                       or string_to_array(b.last, ' ') <@ string_to_array(a.last, ' ')
                                       or replace(a.last, ' ', '') = replace(b.last, ' ', '') as last_within) n) each
            """;

    /** Somebody's own child, and a pupil beside a grown-up, are never one person. */
    static final String DROP =
            """
            delete from found f
             where f.score < ?
                or exists (select 1 from directory.guardianship g where (g.pupil_id, g.guardian_id) in ((f.a, f.b), (f.b, f.a)))
                or exists (select 1 from directory.placement x where x.person_id = f.a and x.profile = 'STUDENT')
                   <> exists (select 1 from directory.placement y where y.person_id = f.b and y.profile = 'STUDENT')
                   and exists (select 1 from directory.placement z where z.person_id = f.a)
                   and exists (select 1 from directory.placement z where z.person_id = f.b)
            """;

    static final String FORGET =
            """
            delete from directory.likeness l
             where l.state = 'PROPOSED' and (l.a in (select id from seek) or l.b in (select id from seek))
               and not exists (select 1 from found f where f.a = l.a and f.b = l.b)
            """;
    static final String KEEP =
            """
            insert into directory.likeness as l (a, b, score, reasons, state, found_at)
            select a, b, score, reasons, 'PROPOSED', ? from found
            on conflict (a, b) do update set score = excluded.score, reasons = excluded.reasons
             where l.state = 'PROPOSED' and (l.score <> excluded.score or l.reasons <> excluded.reasons)
            """;
    static final String STANDING =
            "select count(*) from directory.likeness l where l.state = 'PROPOSED' and (l.a in (select id from seek) or l.b in (select id from seek))";

    private LikenessSql() {}
}
