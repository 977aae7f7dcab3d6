package org.preau.core.directory.load;

/** The questions of {@link LoadChecks}: each gives file, key and what else is to be said. Of records staged again only those that lose something are told. */
final class CheckQueries {
    /** Where a guardian may be found besides the load itself: for partial loads, in the directory. */
    private static final String NO_GUARDIAN =
            """
             not exists (select 1 from {person} g where g.kind = 'GUARDIAN' and g.key = l.guardian)
            """;

    private static final String NO_GUARDIAN_THERE =
            """
             and not exists (select 1 from directory.person_source g
                              where g.feed = {feed} and g.academy = {academy} and g.kind = 'GUARDIAN' and g.key = l.guardian
                                and g.gone_at is null
                                and not exists (select 1 from {gone} x where x.kind = 'GUARDIAN' and x.key = g.key))
            """;
    private static final String NO_SCHOOL_THERE =
            """
             and not exists (select 1 from directory.structure d
                              where d.feed = {feed} and d.academy = {academy} and d.source_key = a.school and d.ended_at is null
                                and not exists (select 1 from {gone} x where x.kind = 'SCHOOL' and x.key = a.school))
            """;
    private static final String IN_ORDER = " order by p.n limit ?";

    static final String KEYS_TWICE =
            """
            select p.file, p.key, p.kind from {person} p
              join (select kind, key from {person} group by kind, key having count(*) > 1) d using (kind, key)
             order by p.n limit ?
            """;
    static final String SCHOOLS_TWICE =
            """
            select s.file, s.key, s.uai from {school} s
             where s.key in (select key from {school} group by key having count(*) > 1)
                or s.uai in (select uai from {school} group by uai having count(*) > 1)
             order by s.n limit ?
            """;
    static final String FOREIGN_SCHOOLS =
            """
            select s.file, s.key, s.uai from {school} s
              join directory.structure d on upper(d.code) = s.uai
             where d.kind <> 'SCHOOL' or (d.feed = {feed} and d.academy <> {academy})
             order by s.n limit ?
            """;
    static final String INE_TWICE =
            """
            select p.file, p.key, p.ine from {person} p
              join (select ine from {person} where ine <> '' group by ine having count(*) > 1) d using (ine)
             order by p.ine, p.n limit ?
            """;
    static final String KEEP_FIRST_INE =
            """
            update {person} p set ine = ''
             where p.n in (select n from (select n, row_number() over (partition by ine order by n) as place
                                            from {person} where ine <> '') o where o.place > 1)
            """;
    private static final String INE_OF_ANOTHER =
            """
             from {person} p
             join directory.person_source o on o.feed = {feed} and o.academy = {academy} and o.ine = p.ine
            """;
    private static final String ANOTHER_STAYS =
            """
             where p.ine <> '' and o.key <> p.key and o.gone_at is null
               and not exists (select 1 from {gone} g where g.kind = 'PUPIL' and g.key = o.key)
               and not exists (select 1 from {person} s where s.kind = 'PUPIL' and s.key = o.key)
            """;
    static final String INE_KNOWN = "select p.file, p.key, p.ine" + INE_OF_ANOTHER + ANOTHER_STAYS + IN_ORDER;
    static final String LEAVE_KNOWN_INE =
            "update {person} t set ine = '' where t.n in (select p.n" + INE_OF_ANOTHER + ANOTHER_STAYS + ")";
    static final String NO_SCHOOL =
            """
            select p.file, p.key, p.kind from {person} p
             where p.kind = 'PUPIL' and p.extra <> 1 and not exists (select 1 from {affiliation} a where a.n = p.n)
             order by p.n limit ?
            """;
    static final String UNKNOWN_REMOVED =
            """
            select p.file, p.key, 'remove ' || p.kind from {gone} p
             where p.kind <> 'SCHOOL'
               and not exists (select 1 from directory.person_source k
                                where k.feed = {feed} and k.academy = {academy} and k.kind = p.kind and k.key = p.key
                                  and k.gone_at is null)
                or p.kind = 'SCHOOL'
               and not exists (select 1 from directory.structure d
                                where d.feed = {feed} and d.academy = {academy} and d.source_key = p.key and d.ended_at is null)
             order by p.n limit ?
            """;
    /**
     * The newest date that was applied, where it is not before that of this load. A date that lay in the future when its archive came is not believed once archives of the present come: that archive counts as
     * made the day before it came, so that a sender's wrong clock, put right, keeps none of his true archives out.
     */
    static final String NEWEST =
            """
            select '', '', to_char(generated, 'YYYY-MM-DD') from
                   (select generated,
                           case when generated > came + 1 and ?::date <= ?::date + 1 then came - 1 else generated end as believed
                      from (select generated, (opened_at at time zone 'UTC')::date as came from directory.load
                             where feed = {feed} and academy = {academy} and state = 'APPLIED' and undoes is null) l) known
             where believed >%s ?
             order by believed desc, generated desc limit 1
            """;

    static final String SCHOOLS_OF_OTHERS =
            """
            select s.file, s.key, s.uai from {school} s
              join directory.structure d on upper(d.code) = s.uai
             where d.feed <> {feed} and d.ended_at is null
             order by s.n limit ?
            """;
    /** A delta that only adds, and adds most of what is known already. */
    static final String LOOKS_COMPLETE =
            """
            select '', '', known.n::text from
                   (select count(*) as n from directory.person_source
                     where feed = {feed} and academy = {academy} and gone_at is null) known,
                   (select count(*) as n from {person} p where p.extra = 0
                       and exists (select 1 from directory.person_source k
                                    where k.feed = {feed} and k.academy = {academy} and k.kind = p.kind and k.key = p.key
                                      and k.gone_at is null)) again
             where again.n >= 10 and again.n * 3 > known.n
            """;

    static final String NO_BASELINE =
            """
            select '', '', '' where not exists (select 1 from directory.load
             where feed = {feed} and academy = {academy} and state = 'APPLIED' and undoes is null and complete)
            """;
    static final String SAME_ARCHIVE =
            """
            select '', '', to_char(max(ended_at), 'YYYY-MM-DD') from directory.load
             where feed = {feed} and academy = {academy} and state = 'APPLIED' and undoes is null and checksum = ?
            having count(*) > 0
            """;

    private CheckQueries() {}

    static String danglingGuardians(boolean partial) {
        return """
            select p.file, p.key, l.guardian || '$' || l.link_code from {link} l
              join {person} p on p.n = l.n
             where p.extra <> 1 and
            """
                + NO_GUARDIAN
                + (partial ? NO_GUARDIAN_THERE : "")
                + IN_ORDER;
    }

    static String unknownSchools(boolean partial) {
        return """
            select p.file, p.key, a.school from {affiliation} a
              join {person} p on p.n = a.n
             where p.extra <> 1 and not exists (select 1 from {school} s where s.key = a.school)
            """
                + (partial ? NO_SCHOOL_THERE : "")
                + IN_ORDER;
    }

    static String unknownClassSchools(boolean partial) {
        return """
            select p.file, p.key, a.school || ' (' || a.name || ')' from {member} a
              join {person} p on p.n = a.n
             where p.extra <> 1 and not exists (select 1 from {school} s where s.key = a.school)
            """
                + (partial ? NO_SCHOOL_THERE : "")
                + IN_ORDER;
    }
}
