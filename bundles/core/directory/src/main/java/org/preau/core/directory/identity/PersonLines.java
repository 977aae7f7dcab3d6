package org.preau.core.directory.identity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.identity.PersonLine;
import org.preau.api.directory.identity.SourceLabel;
import org.preau.api.persistence.Rows;

/** Reads people as administrators' lists show them: three statements for a page, whatever its length. */
final class PersonLines {
    private static final Texts TEXTS = Texts.of(PersonLines.class);
    private static final String READ =
            """
            select p.id, p.first_name, p.last_name, a.id as account_id, coalesce(a.login, '') as login, a.state,
                   coalesce(a.last_used_at, a.activated_at) as last_used,
                   array(select b.profile from directory.placement b where b.person_id = p.id group by b.profile
                          order by array_position(array['HEAD', 'TEACHER', 'STAFF', 'INSPECTOR', 'ADVISER', 'ACADEMY',
                                   'TERRITORY', 'GUEST', 'GUARDIAN', 'STUDENT'], b.profile)) as profiles,
                   array(select s.name from directory.structure s
                          where s.id in (select b.structure_id from directory.placement b where b.person_id = p.id)
                          order by s.name collate "fr-x-icu") as schools
              from directory.person p
              left join lateral (select x.* from directory.account x where x.person_id = p.id order by x.created_at, x.id limit 1) a on true
             where p.id = any (?::uuid[])
            """;
    private static final String SOURCES =
            "select person_id, feed, academy, key, gone_at is not null as gone from directory.person_source where person_id = any (?::uuid[]) order by person_id, gone, feed, academy, key";
    private static final String LOCAL =
            """
            select a.person_id, coalesce(r.asked_by_name, '') as asked, coalesce(r.decided_by_name, '') as decided
              from directory.account a left join directory.account_request r on r.account_id = a.id
             where a.person_id = any (?::uuid[])
               and exists (select 1 from directory.affiliation x where x.person_id = a.person_id and x.source = 'hand')
               and (r.id is not null or not exists (select 1 from directory.person_source s where s.person_id = a.person_id))
            """;

    private PersonLines() {}

    /** The people in the order of the ids. */
    static List<PersonLine> of(Connection connection, List<UUID> ids, boolean withKeys) throws SQLException {
        Map<UUID, List<SourceLabel>> sources = new HashMap<>();
        Rows.list(
                connection,
                SOURCES,
                row -> sources.computeIfAbsent(Rows.uuid(row, "person_id"), id -> new ArrayList<>())
                        .add(fed(row, withKeys)),
                ids);
        Rows.list(
                connection,
                LOCAL,
                row -> sources.computeIfAbsent(Rows.uuid(row, "person_id"), id -> new ArrayList<>())
                        .add(local(row.getString("asked"), row.getString("decided"))),
                ids);
        Map<UUID, PersonLine> lines = new HashMap<>();
        Rows.list(connection, READ, row -> lines.put(Rows.uuid(row, "id"), line(row, sources)), ids);
        return ids.stream().map(lines::get).filter(Objects::nonNull).toList();
    }

    private static PersonLine line(ResultSet row, Map<UUID, List<SourceLabel>> sources) throws SQLException {
        UUID id = Rows.uuid(row, "id");
        String state = row.getString("state");
        return new PersonLine(
                id,
                row.getString("first_name"),
                row.getString("last_name"),
                Columns.texts(row, "profiles").stream().map(Profile::valueOf).toList(),
                Columns.texts(row, "schools"),
                List.copyOf(sources.getOrDefault(id, List.of())),
                row.getObject("account_id", UUID.class),
                row.getString("login"),
                state == null ? null : AccountState.valueOf(state),
                Columns.maybeInstant(row, "last_used"));
    }

    private static SourceLabel fed(ResultSet row, boolean withKeys) throws SQLException {
        String feed = row.getString("feed");
        String academy = row.getString("academy");
        String label = (feed.toUpperCase(Locale.ROOT) + " " + academy).strip();
        return new SourceLabel(
                feed,
                academy,
                new LocalizedText(label, label),
                withKeys ? row.getString("key") : "",
                row.getBoolean("gone"));
    }

    private static SourceLabel local(String asked, String decided) {
        LocalizedText label = asked.isEmpty()
                ? TEXTS.both("source.local")
                : new LocalizedText(
                        TEXTS.text(Locale.FRENCH, "source.asked", asked, decided),
                        TEXTS.text(Locale.ENGLISH, "source.asked", asked, decided));
        return new SourceLabel("local", "", label, "", false);
    }
}
