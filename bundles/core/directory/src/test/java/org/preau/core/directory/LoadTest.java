package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadSource;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.persistence.Rows;

class LoadTest {
    private TestSchools schools;

    @BeforeEach
    void open() {
        schools = new TestSchools();
    }

    @AfterEach
    void drop() {
        schools.close();
    }

    @Test
    void writesNothingBeforeItIsApplied() {
        try (DirectoryLoad load = schools.open("24")) {
            TestRecords.population().forEach(load::add);
            assertThat(load.check()).isEmpty();
            assertThat(load.difference().created()).isEqualTo(10);
        }
        assertThat(schools.directory.totals(Optional.empty()).pupils()).isZero();
        assertThat(count("select count(*) from pg_tables where tablename like 'stage%'"))
                .isZero();
    }

    @Test
    void keepsRawValuesAsTheyCame() {
        schools.apply(TestRecords.population());
        assertThat(count("select count(*) from directory.person_source where raw ->> 'X' is not null"))
                .isEqualTo(4);
        assertThat(schools.tx.<String>readSql(connection -> Rows.first(
                                connection,
                                "select raw -> 'X' ->> 0 as value from directory.person_source where key = '10'",
                                row -> row.getString("value"))
                        .orElseThrow()))
                .isEqualTo("é\\\"\t\n");
    }

    @Test
    void findsTheAccountsBehindAKeyInItsFeedAndAcademyOnly() {
        schools.apply(TestRecords.population());

        assertThat(schools.accounts.bySource("aaf", "24", "10"))
                .singleElement()
                .satisfies(account -> assertThat(account.profile()).isEqualTo(Profile.STUDENT));
        assertThat(schools.accounts.bySource("aaf", "25", "10")).isEmpty();
        assertThat(schools.accounts.bySource("onde", "24", "10")).isEmpty();
        assertThat(schools.accounts.bySource("aaf", "24", "nobody")).isEmpty();
    }

    @Test
    void rollsBackWhollyWhenAnythingFails() {
        schools.tx.writeSql(connection -> {
            Rows.run(connection, "alter table directory.guardianship add check (link_code <> '20')");
            return 0;
        });
        assertThatThrownBy(() -> schools.apply(TestRecords.population())).isInstanceOf(RuntimeException.class);
        assertThat(count("select count(*) from directory.person")).isZero();
        assertThat(count("select count(*) from directory.structure")).isZero();
        assertThat(count("select count(*) from directory.load where state = 'ABANDONED'"))
                .isEqualTo(1);
    }

    @Test
    void refusesOneKeyTwiceAndASchoolOfAnotherAcademy() {
        List<FeedRecord> twice = TestRecords.population();
        twice.add(TestRecords.guardian("30", "Anne", "AUTRE"));
        twice.add(TestRecords.school("3", TestRecords.ELMS, "Autre"));
        try (DirectoryLoad load = schools.open("24")) {
            twice.forEach(load::add);
            assertThat(codes(load)).containsOnly("duplicate-key");
            assertThatThrownBy(() -> load.apply(Leavers.all())).isInstanceOf(IllegalStateException.class);
        }
        schools.apply(TestRecords.population());
        try (DirectoryLoad load = schools.open("25")) {
            load.add(TestRecords.school("1", TestRecords.OAKS, "Volée"));
            assertThat(codes(load)).containsExactly("foreign-school");
        }
    }

    @Test
    void warnsOfUnknownSchoolsAndOfGoingBackInTime() {
        schools.apply(TestRecords.population());
        LoadSource older = new LoadSource("aaf", "24", true, LocalDate.parse("2026-11-01"), "01");
        try (DirectoryLoad load = schools.loads.open(older, TestSchools.FORM)) {
            TestRecords.population().forEach(load::add);
            load.add(TestRecords.staff("60", "Eva", "LOIN", List.of("99"), List.of(), true));
            assertThat(codes(load)).containsExactlyInAnyOrder("unknown-school", "older-archive");
            assertThatThrownBy(() -> load.apply(Leavers.all())).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void endsSchoolsAndClassesThatAreNoMoreThere() {
        schools.apply(TestRecords.population());
        List<FeedRecord> oaksOnly = TestRecords.population().stream()
                .filter(record ->
                        List.of("1", "10", "11", "30", "31", "50", "51").contains(record.key()))
                .toList();
        try (DirectoryLoad load = schools.open("24")) {
            oaksOnly.forEach(load::add);
            assertThat(load.difference().of(RecordKind.SCHOOL).leaving()).isEqualTo(1);
            assertThat(load.difference().departures()).isEqualTo(4);
            load.apply(Leavers.all());
        }
        assertThat(schools.structures.byCode(TestRecords.ELMS)).isEmpty();
        assertThat(schools.directory.totals(Optional.empty()).schools()).isEqualTo(1);
        schools.apply(TestRecords.population());
        assertThat(schools.structures.byCode(TestRecords.ELMS)).isPresent();
        assertThat(schools.directory.totals(Optional.empty()).classes()).isEqualTo(3);
    }

    @Test
    void givesAnIneThatChangedHandsToItsNewBearer() {
        schools.apply(TestRecords.population());
        UUID ali = schools.person("11");
        List<FeedRecord> swapped = TestRecords.population().stream()
                .map(record -> record instanceof FeedRecord.Pupil pupil
                                && List.of("10", "11").contains(pupil.key())
                        ? TestRecords.withIne(pupil, pupil.key().equals("10") ? "INE11" : "INE10")
                        : record)
                .toList();
        schools.apply(swapped);
        assertThat(schools.person("11")).isEqualTo(ali);
        assertThat(count("select count(*) from directory.person_source where key = '11' and ine = 'INE10'"))
                .isEqualTo(1);
    }

    @Test
    void removesWhatACrashedLoadLeftAtOnce() {
        schools.open("24").add(TestRecords.school("1", TestRecords.OAKS, "Perdue"));
        schools.kill("where exists (select 1 from pg_locks l where l.pid = a.pid and l.locktype = 'advisory')");
        try (DirectoryLoad alive = schools.open("25")) {
            assertThat(staged()).isEqualTo(1);
            try (DirectoryLoad next = schools.open("24")) {
                assertThat(staged()).isEqualTo(2);
                assertThat(next.check()).isEmpty();
            }
            assertThat(alive.check()).isEmpty();
        }
        assertThat(staged()).isZero();
    }

    private int staged() {
        return count("select count(distinct left(tablename, 38)) from pg_tables where tablename like 'stage%'");
    }

    private static List<String> codes(DirectoryLoad load) {
        return load.check().stream().map(LoadFinding::code).distinct().toList();
    }

    private int count(String sql) {
        return schools.tx.readSql(connection -> (int) Rows.count(connection, sql));
    }
}
