package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Requirement;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.load.ChangeSample;
import org.preau.api.directory.load.ChangeSample.Change;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.FeedRecord.GuardianRef;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadDifference.Figures;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadSource;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.directory.load.SchoolDifference;
import org.preau.api.persistence.Rows;

/** What an archive of changes does to people and schools. */
class PartialLoadTest extends DeltaWorld {
    @Test
    @Requirement("44B")
    void changesWhatItNamesAndKeepsTheRest() {
        UUID zoe = schools.person("10");
        apply(load -> {
            load.change(RecordKind.PUPIL, "10", "f", Map.of("classes", List.of("1$12$CE2 B"), "level", List.of("CE2")));
            load.change(RecordKind.SCHOOL, "2", "f", Map.of("name", List.of("Les Grands Ormes")));
            load.change(RecordKind.STAFF, "51", "f", Map.of("email", List.of()));
        });
        assertThat(schools.person("10")).isEqualTo(zoe);
        assertThat(
                        text(
                                "select p.level || ' ' || p.last_name || ' ' || s.ine from directory.person p join directory.person_source s on s.person_id = p.id where s.key = '10'"))
                .isEqualTo("CE2 L'ŒUVRÉ INE10");
        assertThat(schools.directory.classesOf(schools.structure(TestRecords.OAKS)))
                .extracting(each -> each.name())
                .containsExactly("CE1 A", "CE2 B");
        assertThat(schools.structures.byCode(TestRecords.ELMS).orElseThrow().name())
                .isEqualTo("Les Grands Ormes");
        assertThat(
                        text(
                                "select p.email from directory.person p join directory.person_source s on s.person_id = p.id where s.key = '51'"))
                .isEmpty();
        assertThat(schools.directory.totals(Optional.empty()).guardianLinks()).isEqualTo(4);
    }

    @Test
    void tellsOfRecordsItDoesNotKnow() {
        try (DirectoryLoad load = delta()) {
            load.change(RecordKind.PUPIL, "99", "Eleve_0000.xml", Map.of("level", List.of("CM1")));
            load.remove(RecordKind.GUARDIAN, "98", "PersRelEleve_0000.xml");
            assertThat(load.check())
                    .extracting(LoadFinding::code, LoadFinding::file, LoadFinding::record)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("unknown-record", "Eleve_0000.xml", "99"),
                            org.assertj.core.groups.Tuple.tuple("unknown-record", "PersRelEleve_0000.xml", "98"));
            assertThat(load.difference().isEmpty()).isTrue();
        }
    }

    @Test
    void linksAPupilWhenTheGuardianHeNamesComes() {
        apply(load -> load.add(TestRecords.pupil(
                "14",
                "Léa",
                "SEUL",
                "1",
                "11",
                "CE1 A",
                List.of(new GuardianRef("39", "10"), new GuardianRef("30", "20")))));
        assertThat(count("select count(*) from directory.waiting where missing_key = '39'"))
                .isEqualTo(1);
        apply(load -> load.add(TestRecords.guardian("39", "Eve", "SEUL")));
        assertThat(count("select count(*) from directory.waiting")).isZero();
        assertThat(links("14")).isEqualTo(2);
        apply(load -> load.remove(RecordKind.GUARDIAN, "39", "f"));
        assertThat(links("14")).isEqualTo(1);
        assertThat(count("select count(*) from directory.waiting where key = '14' and missing_key = '39'"))
                .isEqualTo(1);
        apply(load -> load.remove(RecordKind.PUPIL, "14", "f"));
        assertThat(count("select count(*) from directory.waiting")).isZero();
        assertThat(links("10") + links("12")).isEqualTo(2);
    }

    @Test
    void keepsARenamedPupilOnlyWhenTheOldKeyGoes() {
        UUID zoe = schools.person("10");
        var renamed =
                TestRecords.withIne(TestRecords.pupil("77", "Zoë", "L'ŒUVRÉ", "2", "21", "CP", List.of()), "INE10");
        try (DirectoryLoad load = delta()) {
            load.add(renamed);
            assertThat(load.check()).extracting(LoadFinding::code).containsExactly("duplicate-ine");
        }
        apply(load -> {
            load.remove(RecordKind.PUPIL, "10", "f");
            load.add(renamed);
        });
        assertThat(schools.person("77")).isEqualTo(zoe);
        assertThat(schools.accounts.ofPerson(zoe).get(0).state()).isEqualTo(AccountState.INACTIVE);
    }

    @Test
    @Requirement("44B")
    void showsTheDifferenceBySchoolWithSamples() {
        try (DirectoryLoad load = delta()) {
            load.change(RecordKind.PUPIL, "10", "f", Map.of("classes", List.of("1$12$CE2 B")));
            load.change(RecordKind.PUPIL, "11", "f", Map.of("schools", List.of("2"), "classes", List.of("2$21$CP")));
            load.change(RecordKind.GUARDIAN, "30", "f", Map.of("email", List.of("new@post.example.net")));
            load.remove(RecordKind.STAFF, "53", "f");
            load.add(TestRecords.staff("54", "Ève", "NOUVELLE", List.of("2"), List.of(), true));
            var difference = load.difference();
            assertThat(difference.of(RecordKind.PUPIL)).isEqualTo(new Figures(0, 2, 1, 0, 0, 4));
            assertThat(difference.of(RecordKind.STAFF)).isEqualTo(new Figures(1, 0, 0, 0, 1, 4));
            assertThat(load.bySchool(PageRequest.first(50)).items())
                    .contains(
                            new SchoolDifference(
                                    TestRecords.OAKS, "Les Chênes", RecordKind.PUPIL, new Figures(0, 2, 1, 0, 0, 2)),
                            new SchoolDifference(
                                    TestRecords.ELMS, "Les Ormes", RecordKind.PUPIL, new Figures(0, 1, 1, 0, 0, 2)),
                            new SchoolDifference(
                                    TestRecords.OAKS, "Les Chênes", RecordKind.GUARDIAN, new Figures(0, 1, 0, 0, 0, 2)),
                            new SchoolDifference(
                                    TestRecords.ELMS, "Les Ormes", RecordKind.STAFF, new Figures(1, 0, 0, 0, 1, 2)));
            assertThat(load.samples(TestRecords.OAKS, RecordKind.PUPIL, Change.CHANGED, 5))
                    .containsExactly(
                            new ChangeSample(RecordKind.PUPIL, Change.CHANGED, "10", "L'ŒUVRÉ Zoë", "CE1 A → CE2 B"));
            assertThat(load.samples(TestRecords.ELMS, RecordKind.PUPIL, Change.MOVED, 5))
                    .containsExactly(new ChangeSample(
                            RecordKind.PUPIL, Change.MOVED, "11", "BENALI Ali", "Les Chênes → Les Ormes"));
            assertThat(load.samples(TestRecords.ELMS, RecordKind.GUARDIAN, Change.CHANGED, 5))
                    .extracting(ChangeSample::detail)
                    .containsExactly("email");
            assertThat(load.samples(TestRecords.ELMS, RecordKind.STAFF, Change.LEAVING, 5))
                    .extracting(ChangeSample::key)
                    .containsExactly("53");
        }
    }

    @Test
    void letsOnlyThoseOfSomeSchoolsLeave() {
        var few = TestRecords.population().stream()
                .filter(record -> !Set.of("11", "13", "31", "53").contains(record.key()))
                .toList();
        try (DirectoryLoad load = complete()) {
            few.forEach(load::add);
            assertThat(load.difference().departures()).isEqualTo(4);
            assertThat(load.apply(new Leavers.OfSchools(Set.of(TestRecords.OAKS)))
                            .departures())
                    .isEqualTo(1);
        }
        assertThat(
                        text(
                                "select string_agg(key, ' ' order by key) from directory.person_source where gone_at is not null"))
                .isEqualTo("11");
        assertThat(links("13")).isEqualTo(1);
        assertThat(schools.directory.totals(Optional.empty()).pupils()).isEqualTo(3);
        try (DirectoryLoad load = complete()) {
            few.forEach(load::add);
            assertThat(load.apply(Leavers.all()).departures()).isEqualTo(3);
        }
    }

    private DirectoryLoad delta() {
        return schools.loads.open(new LoadSource("aaf", "24", false, date.plusDays(9), "x"), TestSchools.FORM);
    }

    private DirectoryLoad complete() {
        return schools.loads.open(new LoadSource("aaf", "24", true, date.plusDays(9), "y"), TestSchools.FORM);
    }

    private int links(String pupil) {
        return schools.tx.readSql(connection -> (int) Rows.count(
                connection, "select count(*) from directory.guardianship where pupil_id = ?", schools.person(pupil)));
    }

    private String text(String sql) {
        return schools.tx.readSql(connection ->
                Rows.first(connection, sql, row -> row.getString(1)).orElse(""));
    }
}
