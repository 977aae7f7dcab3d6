package org.preau.core.directory;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.Role;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Reach;
import org.preau.api.directory.Scope;
import org.preau.api.directory.identity.PeopleFilter;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.core.directory.identity.Perimeters;
import org.preau.core.directory.identity.SqlPeople;
import org.preau.core.directory.structure.SqlReachablePeople;
import org.preau.core.persistence.testing.TestDatabase;

/**
 * Measures the queries of issue 3 on a million accounts, run by hand: fills 1,620 schools by SQL, asks each query 200 times for other people each time, with nothing kept in memory between, and
 * prints median, p95 and the longest in milliseconds, from the call to the answer in Java. Arguments: number of schools, pupils in a class.
 */
final class MillionQueries {
    private static final PageRequest PAGE = PageRequest.first(50);
    private static final int TIMES = 200;
    private static final Set<Profile> ANYBODY = EnumSet.allOf(Profile.class);
    private static final Set<Profile> STAFF = EnumSet.of(Profile.HEAD, Profile.TEACHER, Profile.STAFF);

    private final PrintStream out;
    private final Tx tx;
    private final int schools;
    private final DirectoryGeneration generation = new DirectoryGeneration();
    private final SqlStructures structures;
    private final SqlDirectory directory;
    private final SqlReachablePeople reachable;

    private MillionQueries(Tx tx, int schools, PrintStream out) {
        this.tx = tx;
        this.schools = schools;
        this.out = out;
        structures = new SqlStructures(tx, new DirectoryGeneration());
        directory = new SqlDirectory(tx, event -> {}, structures, generation, Clock.systemUTC());
        reachable = new SqlReachablePeople(tx, directory, structures);
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        int schools = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_620;
        int pupils = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 24;
        try (TestDatabase database = TestDatabase.create()) {
            Tx tx = database.tx(new DirectoryUnit());
            long start = System.nanoTime();
            tx.writeSql(connection -> {
                BigDirectory.fill(connection, schools, pupils);
                return 1;
            });
            tx.writeSql(connection -> {
                Rows.run(connection, "analyze");
                return 1;
            });
            int people =
                    tx.readSql(connection -> (int) Rows.count(connection, "select count(*) from directory.person"));
            System.out.printf(
                    "%,d people in %d schools, filled in %d s%n",
                    people, schools, (System.nanoTime() - start) / 1_000_000_000L);
            new MillionQueries(tx, schools, System.out).measure();
        }
    }

    private void measure() {
        String[] names = {"zoe martin", "rousseau", "lo ren", "anne duval", "karim", "mar tineau", "petiot hugo", "x"};
        measure(
                "search by name, everybody",
                n -> directory.search(Subject.SYSTEM, names[n % 7] + "aeiou".charAt(n % 5), Optional.empty(), PAGE));
        measure(
                "search by two names, everybody",
                n -> directory.search(Subject.SYSTEM, name(n), Optional.empty(), PAGE));
        measure("search by two names, an academy's administrator", n -> {
            Subject administrator = subject("staff", n + 1, Profile.ADVISER);
            directory.grants = new FakeGrants(new Grant(
                    UUID.randomUUID(),
                    java.util.Objects.requireNonNull(administrator.accountId()),
                    Role.ADM,
                    id("academy", 1),
                    null));
            directory.search(administrator, name(n), Optional.empty(), PAGE);
            directory.grants = null;
        });
        measure("search by a name with a slip, everybody", n -> {
            String name = name(n);
            directory.search(Subject.SYSTEM, name.substring(0, name.length() - 2) + "w", Optional.empty(), PAGE);
        });
        GrantedStructures authorisation = new GrantedStructures();
        SqlPeople people = new SqlPeople(tx, new Perimeters(authorisation, directory, structures), new NoAudit());
        measure("search in the console, an academy's administrator", n -> {
            Subject administrator = subject("staff", n + 1, Profile.ADVISER);
            authorisation.give(administrator, id("academy", 1));
            people.list(administrator, PeopleFilter.ALL.text(name(n)), PAGE);
        });
        measure(
                "search by name within a school",
                n -> directory.search(teacher(n), names[n % 7], Optional.of(id("school", school(n))), PAGE));
        measure(
                "class page",
                n -> directory.members(
                        teacher(n), Scope.schoolClass(id("class", (school(n) - 1) * 10 + 1)), ANYBODY, PAGE));
        measure(
                "people a pupil may write to",
                n -> reachable.list(
                        subject("pupil", n * 37 + 1, Profile.STUDENT),
                        List.of(new Reach(
                                Scope.schoolClass(id("class", n * 37 / 24 + 1)),
                                EnumSet.of(Profile.STUDENT, Profile.TEACHER))),
                        Set.of(),
                        "",
                        PAGE));
        measure(
                "people a teacher may write to",
                n -> reachable.list(
                        teacher(n),
                        List.of(new Reach(Scope.structure(id("school", school(n))), ANYBODY)),
                        Set.of(),
                        "",
                        PAGE));
        measure(
                "people an inspector may write to (staff)",
                n -> reachable.list(
                        teacher(n),
                        List.of(new Reach(Scope.structure(id("circonscription", n % (schools / 40) + 1)), STAFF)),
                        Set.of(),
                        "",
                        PAGE));
        measure(
                "people the academy may write to (everybody)",
                n -> reachable.list(
                        teacher(n),
                        List.of(new Reach(Scope.structure(id("academy", 1)), ANYBODY)),
                        Set.of(),
                        "",
                        PAGE));
        measure("where somebody belongs (permission check)", n -> directory.scopesOf(id("guardian", n * 31 + 1)));
        measure("where a teacher belongs (permission check)", n -> directory.scopesOf(id("staff", n * 31 + 1)));
    }

    private void measure(String what, IntConsumer query) {
        double[] millis = new double[TIMES];
        for (int n = -20; n < TIMES; n++) {
            generation.next();
            long start = System.nanoTime();
            query.accept(Math.abs(n));
            if (n >= 0) {
                millis[n] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        out.printf(
                Locale.ROOT,
                "%-50s median %8.2f  p95 %8.2f  longest %8.2f ms%n",
                what,
                millis[TIMES / 2],
                millis[TIMES * 95 / 100],
                millis[TIMES - 1]);
    }

    private String name(int n) {
        return tx.readSql(connection -> Rows.list(
                        connection,
                        "select search from directory.person where id = md5(?)::uuid",
                        row -> row.getString(1),
                        "pupil" + (n * 97 + 1)))
                .get(0);
    }

    private int school(int n) {
        return n * 7 % schools + 1;
    }

    private Subject teacher(int n) {
        return subject("staff", (school(n) - 1) * BigDirectory.STAFF + 1, Profile.TEACHER);
    }

    private Subject subject(String word, int n, Profile profile) {
        return new Subject(id("a" + word, n), id(word, n), profile, null);
    }

    private UUID id(String word, int n) {
        return tx.readSql(connection -> BigDirectory.id(connection, word, n));
    }
}
