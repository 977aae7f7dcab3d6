package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.load.ChangeSample.Change;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadSource;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.persistence.Rows;

/** People whom several feeds know: the pupil who goes on to a collège, and who says who somebody is. */
@Requirement("44A")
class CrossFeedTest {
    private static final String COLLEGE = "0771111C";

    private TestSchools schools;
    private int day = 1;

    @BeforeEach
    void open() {
        schools = new TestSchools();
        schools.apply(TestRecords.population());
    }

    @AfterEach
    void drop() {
        schools.close();
    }

    @Test
    void aPupilWhoGoesOnToACollegeStaysWhoHeIsAndIsNoLossToHisSchool() {
        UUID zoe = schools.person("10");
        Account account = schools.accounts.ofPerson(zoe).get(0);
        try (DirectoryLoad load = second()) {
            college("L'ŒUVRÉ").forEach(load::add);
            assertThat(load.check()).isEmpty();
            assertThat(load.difference().of(RecordKind.PUPIL)).isEqualTo(new LoadDifference.Figures(0, 1, 1, 0, 0, 0));
            load.bySchool(org.preau.api.base.PageRequest.first(9));
            assertThat(load.samples(COLLEGE, RecordKind.PUPIL, Change.MOVED, 9)).hasSize(1);
            load.apply(Leavers.all());
        }
        assertThat(schools.person("910")).isEqualTo(zoe);
        assertThat(schools.accounts.ofPerson(zoe)).containsExactly(account);
        try (DirectoryLoad load = first()) {
            without("10").forEach(load::add);
            LoadDifference.Figures pupils = load.difference().of(RecordKind.PUPIL);
            assertThat(pupils).isEqualTo(new LoadDifference.Figures(0, 1, 1, 3, 0, 4));
            assertThat(load.bySchool(org.preau.api.base.PageRequest.first(9)).items())
                    .filteredOn(each -> each.kind() == RecordKind.PUPIL)
                    .allSatisfy(each -> assertThat(each.figures().leaving()).isZero());
            load.apply(new Leavers.OfSchools(Set.of()));
        }
        assertThat(schools.accounts.ofPerson(zoe)).containsExactly(account);
        assertThat(schools.directory.scopesOf(zoe))
                .extracting(each -> each.structureId())
                .containsOnly(schools.structure(COLLEGE));
    }

    @Test
    void onWhoLeftBeforeTheCollegeNamesHimHisAccountIsOpenedAgain() {
        UUID zoe = schools.person("10");
        Account account = schools.accounts.ofPerson(zoe).get(0);
        apply(first(), without("10"));
        assertThat(schools.accounts.ofPerson(zoe).get(0).state()).isEqualTo(AccountState.LEAVING);
        apply(second(), college("L'ŒUVRÉ-DUBOIS"));
        assertThat(schools.person("910")).isEqualTo(zoe);
        assertThat(schools.accounts.ofPerson(zoe))
                .extracting(Account::id, Account::login, Account::state)
                .containsExactly(tuple(account.id(), account.login(), AccountState.INACTIVE));
        assertThat(name(zoe)).isEqualTo("L'ŒUVRÉ-DUBOIS");
    }

    @Test
    void theFirstDegreeSaysWhoAPupilIsUntilItDropsHim() {
        UUID zoe = schools.person("10");
        apply(second(), college("DUBOIS"));
        assertThat(name(zoe)).isEqualTo("L'ŒUVRÉ");
        apply(first(), without("10"));
        apply(second(), college("DUBOIS"));
        assertThat(name(zoe)).isEqualTo("DUBOIS");
    }

    @Test
    void takenBackTheCollegeIsAsItNeverWas() {
        UUID zoe = schools.person("10");
        List<String> before = DirectoryPicture.of(schools.tx, "24");
        UUID load;
        try (DirectoryLoad college = second()) {
            college("L'ŒUVRÉ").forEach(college::add);
            college.apply(Leavers.all());
            load = college.id();
        }
        try (DirectoryLoad undo = schools.loads.openUndo(load, TestSchools.FORM)) {
            undo.apply(Leavers.all());
        }
        assertThat(schools.accounts.ofPerson(zoe).get(0).state()).isEqualTo(AccountState.INACTIVE);
        assertThat(DirectoryPicture.differences(before, DirectoryPicture.of(schools.tx, "24")))
                .allMatch(line -> line.contains(COLLEGE) || line.contains("aaf2d"));
    }

    @Test
    void twoPupilsBornOnDifferentDaysAreNeverTakenForOne() {
        FeedRecord stranger =
                TestRecords.withIne(TestRecords.pupil("911", "Zoë", "L'ŒUVRÉ", "7", "71", "6E A", List.of()), "INE10");
        try (DirectoryLoad load = second()) {
            load.add(TestRecords.school("7", COLLEGE, "Jean Zay"));
            load.add(stranger);
            assertThat(load.check()).extracting(LoadFinding::code).containsExactly("ine-of-another");
            load.apply(Leavers.all());
        }
        assertThat(schools.person("911")).isNotEqualTo(schools.person("10"));
    }

    @Test
    void classesOfAListKeepTheirIdsWhenTheArchiveThatWasLateComes() {
        FeedRecord school = TestRecords.school("0770003C", "0770003C", "Les Frênes");
        FeedRecord pupil = TestRecords.pupil("60", "Léo", "BRUN", "0770003C", "ce1 a", "CE1 A", List.of());
        try (DirectoryLoad list = schools.loads.open(
                new LoadSource("onde", "24", false, LocalDate.parse("2026-11-16"), "list"), TestSchools.FORM)) {
            list.add(school);
            list.add(pupil);
            list.apply(Leavers.all());
        }
        UUID leo = schools.person("60");
        UUID classId = schools.schoolClass("0770003C", "CE1 A");
        List<FeedRecord> archive = new ArrayList<>(TestRecords.population());
        archive.add(TestRecords.school("3", "0770003C", "Les Frênes"));
        archive.add(TestRecords.withIne(
                TestRecords.pupil("69", "Léo", "BRUN", "3", "1000031", "CE1 A", List.of()), "INE60"));
        apply(first(), archive);
        assertThat(schools.directory.classesOf(schools.structure("0770003C")))
                .singleElement()
                .satisfies(each -> assertThat(each.id()).isEqualTo(classId));
        assertThat(schools.person("69")).isEqualTo(leo);
        apply(first(), TestRecords.population());
        assertThat(schools.accounts.ofPerson(leo).get(0).state()).isEqualTo(AccountState.LEAVING);
    }

    @Test
    void ofTwoMergedPeopleTheForemostSourceSaysWhoTheyAre() {
        try (World world = new World()) {
            world.guardian("30", "Anne", "BLANC", "1985-01-01", "a@post.example.net", "")
                    .guardian("31", "Anna", "BLANK", "1985-01-01", "b@post.example.net", "")
                    .feed();
            UUID keep = world.person("30");
            world.identities.merge(Subject.SYSTEM, keep, world.person("31"));
            world.people.removeIf(record -> record.key().equals("31"));
            world.guardian("31", "Anna", "BLANKA", "1985-01-01", "c@post.example.net", "")
                    .feed();
            assertThat(text(world.schools, keep)).isEqualTo("BLANC");
            world.people.removeIf(record -> record.key().equals("30"));
            world.feed();
            assertThat(text(world.schools, keep)).isEqualTo("BLANKA");
        }
    }

    private List<FeedRecord> college(String name) {
        // born on the same day as pupil 10: the day follows from the key
        FeedRecord pupil = TestRecords.pupil("910", "Zoë", name, "7", "71", "6E A", List.of());
        return List.of(TestRecords.school("7", COLLEGE, "Jean Zay"), TestRecords.withIne(pupil, "INE10"));
    }

    private static List<FeedRecord> without(String key) {
        List<FeedRecord> all = new ArrayList<>(TestRecords.population());
        all.removeIf(record -> record.key().equals(key));
        return all;
    }

    private static void apply(DirectoryLoad load, List<FeedRecord> records) {
        try (load) {
            records.forEach(load::add);
            load.apply(Leavers.all());
        }
    }

    private DirectoryLoad first() {
        return open("aaf");
    }

    private DirectoryLoad second() {
        return open("aaf2d");
    }

    private DirectoryLoad open(String feed) {
        LocalDate date = LocalDate.parse("2026-11-17").plusDays(day++);
        return schools.loads.open(new LoadSource(feed, "24", true, date, feed + day), TestSchools.FORM);
    }

    private String name(UUID person) {
        return text(schools, person);
    }

    private static String text(TestSchools schools, UUID person) {
        return schools.tx.readSql(connection -> Rows.first(
                        connection,
                        "select last_name from directory.person where id = ?",
                        row -> row.getString(1),
                        person)
                .orElseThrow());
    }
}
