package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
import org.preau.core.directory.structure.SqlOfficials;
import org.preau.core.directory.structure.SqlReachablePeople;
import org.preau.core.persistence.testing.TestDatabase;

/** The plans of the queries that must not grow with the directory: on 60,000 people none reads a large table from end to end. */
class QueryPlanTest {
    private static final Set<String> LARGE =
            Set.of("person", "affiliation", "class_member", "guardianship", "account", "name_word");
    private static final Set<Profile> STAFF = EnumSet.of(Profile.HEAD, Profile.TEACHER, Profile.STAFF);
    private static final Set<Profile> FAMILY = EnumSet.of(Profile.STUDENT, Profile.GUARDIAN);
    private static final PageRequest PAGE = PageRequest.first(50);
    private static final Set<Profile> ANYBODY = EnumSet.allOf(Profile.class);

    private static TestDatabase database;
    private static ExplainingTx tx;
    private static Tx plain;
    private static final DirectoryGeneration generation = new DirectoryGeneration();
    private static SqlStructures structures;
    private static SqlDirectory directory;
    private static SqlReachablePeople reachable;

    @BeforeAll
    static void fill() {
        database = TestDatabase.create();
        plain = database.tx(new DirectoryUnit());
        plain.writeSql(connection -> {
            BigDirectory.fill(connection, 200, 11);
            return 1;
        });
        plain.writeSql(connection -> {
            Rows.run(connection, "analyze directory.person, directory.affiliation, directory.class_member");
            Rows.run(connection, "analyze directory.guardianship, directory.account, directory.school_class");
            Rows.run(
                    connection,
                    "analyze directory.name_word, directory.teaching, directory.structure, directory.structure_parent");
            return 1;
        });
        tx = new ExplainingTx(plain);
        structures = new SqlStructures(plain, generation);
        directory = new SqlDirectory(tx, event -> {}, structures, generation, Clock.systemUTC());
        reachable = new SqlReachablePeople(tx, directory, structures);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void searchByName() {
        check(() -> directory.search(Subject.SYSTEM, "zoe martineau", Optional.empty(), PAGE));
        check(() -> directory.search(Subject.SYSTEM, "zoe", Optional.empty(), PAGE));
        check(() -> directory.search(Subject.SYSTEM, "zoe mratineau", Optional.empty(), PAGE));
    }

    @Test
    void searchByNameWithinASchool() {
        check(() -> directory.search(teacher(), "lea", Optional.of(id("school", 7)), PAGE));
    }

    @Test
    void searchByNameOverAPerimeter() {
        Subject administrator = subject("staff", 1, Profile.ADVISER);
        directory.grants =
                new FakeGrants(new Grant(UUID.randomUUID(), account(administrator), Role.ADM, id("academy", 1), null));
        check(() -> directory.search(administrator, "zoe martineau", Optional.empty(), PAGE));
        directory.grants = null;
    }

    @Test
    void searchByNameInTheConsole() {
        Subject administrator = subject("staff", 1, Profile.ADVISER);
        GrantedStructures authorisation = new GrantedStructures();
        authorisation.give(administrator, id("academy", 1));
        SqlPeople people = new SqlPeople(tx, new Perimeters(authorisation, directory, structures), new NoAudit());
        check(() -> people.list(administrator, PeopleFilter.ALL.text("zoe martineau"), PAGE));
        check(() -> people.list(administrator, PeopleFilter.ALL.text("zoe mratineau"), PAGE));
        check(() -> people.list(Subject.SYSTEM, PeopleFilter.ALL.text("zoe martineau"), PAGE));
    }

    @Test
    void classPage() {
        check(() -> directory.members(teacher(), Scope.schoolClass(id("class", 61)), ANYBODY, PAGE));
    }

    @Test
    void schoolPage() {
        check(() -> directory.members(teacher(), Scope.structure(id("school", 7)), ANYBODY, PAGE));
    }

    @Test
    void peopleIMayWriteToOfAPupilAndOfATeacher() {
        Scope school = Scope.structure(id("school", 7));
        Scope own = Scope.schoolClass(id("class", 61));
        List<Reach> pupil =
                List.of(new Reach(own, EnumSet.of(Profile.STUDENT, Profile.TEACHER)), new Reach(school, STAFF));
        check(() -> reachable.list(subject("pupil", 661, Profile.STUDENT), pupil, Set.of(), "", PAGE));
        check(() -> reachable.list(teacher(), List.of(new Reach(school, ANYBODY)), Set.of(), "", PAGE));
        check(() -> reachable.list(teacher(), List.of(new Reach(school, ANYBODY)), Set.of(), "zoe", PAGE));
    }

    @Test
    void peopleIMayWriteToOfTheWholeAcademy() {
        List<Reach> everybody = List.of(new Reach(Scope.structure(id("academy", 1)), ANYBODY));
        List<Reach> staff = List.of(new Reach(Scope.structure(id("academy", 1)), STAFF));
        List<Reach> families = List.of(new Reach(Scope.structure(id("circonscription", 1)), FAMILY));
        Subject inspector = subject("staff", 1, Profile.INSPECTOR);
        check(() -> reachable.list(inspector, everybody, Set.of(), "", PAGE));
        check(() -> reachable.list(inspector, everybody, Set.of(), "zoe martineau", PAGE));
        check(() -> reachable.list(inspector, families, Set.of(), "", PAGE));
        check(() -> reachable.list(inspector, staff, Set.of(), "", PAGE));
    }

    @Test
    void whereSomebodyBelongsForAPermissionCheck() {
        check(() -> directory.scopesOf(id("staff", 103)));
        check(() -> directory.scopesOf(id("guardian", 42)));
        check(() -> directory.scopesOf(id("pupil", 43)));
        check(() -> directory.childrenOf(id("guardian", 44)));
    }

    @Test
    void oneSchoolOfAPerimeterPageIsReadFromMemory() {
        assertThat(structures.schoolsBelow(id("academy", 1), PAGE).items()).hasSize(50);
        tx.taken();
        assertThat(structures.schoolsBelow(id("academy", 1), PAGE).total()).isEqualTo(200);
        assertThat(tx.taken()).isEmpty();
    }

    @Test
    void officialsAreReadThroughTheFewWhoWork() {
        check(() -> new SqlOfficials(tx).next(Optional.empty(), 5_000));
    }

    /** No large table is read from end to end; how long it takes is for the bench to say. */
    private static void check(Runnable query) {
        generation.next();
        tx.taken();
        query.run();
        List<ExplainingTx.Plan> plans = tx.taken();
        assertThat(plans).isNotEmpty();
        for (ExplainingTx.Plan plan : plans) {
            assertThat(plan.scanned())
                    .describedAs("%s%n%s", plan.sql(), plan.root().toPrettyString())
                    .doesNotContainAnyElementsOf(LARGE);
        }
    }

    private static Subject teacher() {
        return subject("staff", 6 * BigDirectory.STAFF + 1, Profile.TEACHER);
    }

    private static Subject subject(String word, int n, Profile profile) {
        return new Subject(id("a" + word, n), id(word, n), profile, null);
    }

    private static UUID account(Subject subject) {
        return java.util.Objects.requireNonNull(subject.accountId());
    }

    private static UUID id(String word, int n) {
        return plain.readSql(connection -> BigDirectory.id(connection, word, n));
    }
}
