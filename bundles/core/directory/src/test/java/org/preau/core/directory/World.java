package org.preau.core.directory;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.Grants;
import org.preau.api.authorisation.Role;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;
import org.preau.api.directory.identity.Likeness;
import org.preau.api.directory.identity.LikenessState;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.FeedRecord.ClassRef;
import org.preau.api.directory.load.FeedRecord.GuardianRef;
import org.preau.api.directory.load.FeedRecord.Names;
import org.preau.api.directory.load.Leavers;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.core.directory.identity.MergeRights;
import org.preau.core.directory.identity.Perimeters;
import org.preau.core.directory.identity.SqlIdentities;
import org.preau.core.directory.identity.SqlPeople;
import org.preau.core.directory.lifecycle.ConfiguredRetention;
import org.preau.core.directory.lifecycle.Erasures;
import org.preau.core.directory.lifecycle.LifecycleJob;
import org.preau.core.directory.lifecycle.RetentionConfig;
import org.preau.core.directory.lifecycle.SqlLifecycle;
import org.preau.core.directory.request.SqlAccountRequests;
import org.preau.testkit.FakeKeys;
import org.preau.testkit.FakeSettings;

/** The two schools of {@link TestSchools}, with people put in by hand and the services that look after identities. */
final class World implements AutoCloseable {
    final TestSchools schools = new TestSchools();
    final GrantedStructures authorisation = new GrantedStructures();
    final Perimeters perimeters = new Perimeters(authorisation, schools.directory, schools.structures);
    /** What accounts hold, besides what their profiles allow. */
    Grants grants = new FakeGrants(new Grant(UUID.randomUUID(), UUID.randomUUID(), Role.ADM, UUID.randomUUID(), null));

    final SqlIdentities identities = identities(schools.tx);
    final ConfiguredRetention retention = new ConfiguredRetention(defaults());
    final Erasures erasures = new Erasures(schools.trail(), schools.events::add, new FakeKeys(), schools.clock);
    final SqlLifecycle lifecycle = new SqlLifecycle(
            schools.tx, perimeters, erasures, retention, schools.trail(), schools.events::add, schools.generation);
    final SqlAccountRequests requests = new SqlAccountRequests(
            schools.tx,
            authorisation,
            perimeters,
            schools.accounts,
            retention,
            schools.trail(),
            schools.events::add,
            schools.clock);
    final SqlPeople administration = new SqlPeople(schools.tx, perimeters, schools.trail());
    final List<FeedRecord> people = new ArrayList<>();

    World() {
        people.add(TestRecords.school("1", TestRecords.OAKS, "Les Chênes"));
        people.add(TestRecords.school("2", TestRecords.ELMS, "Les Ormes"));
    }

    /** Identities that read through that. */
    SqlIdentities identities(Tx tx) {
        Grants asked = (Grants) Proxy.newProxyInstance(
                World.class.getClassLoader(),
                new Class<?>[] {Grants.class},
                (proxy, method, arguments) -> method.invoke(grants, arguments));
        return new SqlIdentities(
                tx,
                perimeters,
                new MergeRights(authorisation, asked),
                schools.trail(),
                schools.events::add,
                schools.generation,
                schools.clock);
    }

    /** Lets so many days pass, then runs the nightly work. */
    void after(int days) {
        Clock then = Clock.fixed(TestSchools.NOW.plus(Duration.ofDays(days)), ZoneOffset.UTC);
        new LifecycleJob(
                        schools.tx, erasures, retention, schools.trail(), schools.events::add, schools.generation, then)
                .run("");
    }

    private static RetentionConfig defaults() {
        return FakeSettings.of(RetentionConfig.class, Map.of());
    }

    World pupil(String key, String first, String last, @Nullable String birth, String ine, String... guardians) {
        return pupilOf("1", key, first, last, birth, ine, guardians);
    }

    World pupilOf(
            String school,
            String key,
            String first,
            String last,
            @Nullable String birth,
            String ine,
            String... guardians) {
        List<GuardianRef> links = new ArrayList<>();
        for (String guardian : guardians) {
            links.add(new GuardianRef(guardian, "10"));
        }
        Names names = new Names(last, first, List.of(), last, "");
        people.add(new FeedRecord.Pupil(
                "f",
                key,
                ine,
                names,
                day(birth),
                "",
                List.of(school),
                List.of(new ClassRef(school, school + "1", "CE1")),
                List.of(),
                "CE1",
                false,
                links,
                Map.of()));
        return this;
    }

    World guardian(String key, String first, String last, @Nullable String birth, String email, String phone) {
        return guardian(key, first, last, last, birth, email, phone);
    }

    World guardian(
            String key,
            String first,
            String last,
            String birthName,
            @Nullable String birth,
            String email,
            String phone) {
        people.add(new FeedRecord.Guardian(
                "f",
                key,
                new Names(last, first, List.of(), birthName, ""),
                day(birth),
                email,
                phone.isEmpty() ? Map.of() : Map.of("ENTPersRelEleveTelMobile", phone),
                "",
                "",
                "",
                "",
                false,
                List.of(),
                Map.of()));
        return this;
    }

    World teacher(String key, String first, String last, @Nullable String birth, String email, String... at) {
        people.add(new FeedRecord.Staff(
                "f",
                key,
                new Names(last, first, List.of(), last, ""),
                day(birth),
                email,
                List.of(at),
                List.of(),
                true,
                List.of(),
                Map.of()));
        return this;
    }

    /** Applies everything as a complete archive of academy 24. */
    World feed() {
        return feed("24");
    }

    World feed(String academy) {
        try (DirectoryLoad load = schools.open(academy)) {
            people.forEach(load::add);
            load.apply(Leavers.all());
        }
        return this;
    }

    UUID person(String key) {
        return schools.person(key);
    }

    List<Likeness> proposed() {
        identities.find(Subject.SYSTEM, Optional.empty());
        return identities
                .likenesses(Subject.SYSTEM, Optional.empty(), LikenessState.PROPOSED, PageRequest.first(100))
                .items();
    }

    /** Whether the two are proposed; finds anew. */
    boolean alike(String a, String b) {
        UUID x = person(a);
        UUID y = person(b);
        return proposed().stream()
                .anyMatch(each -> each.a().id().equals(x) && each.b().id().equals(y)
                        || each.a().id().equals(y) && each.b().id().equals(x));
    }

    /** All that a merge may change, row by row. */
    List<String> rows() {
        return schools.tx.readSql(connection -> {
            List<String> all = new ArrayList<>();
            for (String table : List.of(
                    "person",
                    "person_source",
                    "affiliation",
                    "class_member",
                    "teaching",
                    "guardianship",
                    "account",
                    "account_alias")) {
                all.addAll(Rows.list(
                        connection,
                        "select to_jsonb(x)::text as row from directory." + table + " x order by 1",
                        row -> table + " " + row.getString("row")));
            }
            return all;
        });
    }

    int count(String sql, Object... parameters) {
        return schools.tx.readSql(connection -> (int) Rows.count(connection, sql, parameters));
    }

    int update(String sql, Object... parameters) {
        return schools.tx.writeSql(connection -> Rows.update(connection, sql, parameters));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    @Override
    public void close() {
        schools.close();
    }
}
