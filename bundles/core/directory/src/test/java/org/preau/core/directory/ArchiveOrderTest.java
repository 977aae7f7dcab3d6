package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadSource;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.persistence.Rows;

/** Which archive may follow which, and whose school it is. */
class ArchiveOrderTest extends DeltaWorld {
    @Test
    @Requirement("44C")
    void refusesArchivesThatComeTooLateOrWithoutABeginning() {
        LoadSource first = new LoadSource("aaf", "24", false, date.plusDays(5), "d1");
        run(first, load -> load.change(RecordKind.PUPIL, "10", "f", Map.of("level", List.of("CM1"))));
        try (DirectoryLoad load = schools.loads.open(first, TestSchools.FORM)) {
            load.change(RecordKind.PUPIL, "10", "f", Map.of("level", List.of("CM2")));
            assertThat(load.check()).extracting(LoadFinding::code).containsExactly("already-applied");
            assertThat(load.difference().isEmpty()).isTrue();
            assertThat(load.apply(Leavers.all()).isEmpty()).isTrue();
        }
        assertThat(count("select count(*) from directory.person where level = 'CM1'"))
                .isEqualTo(1);
        assertThat(errors(new LoadSource("aaf", "24", false, date.plusDays(5), "d2")))
                .containsExactly("older-archive");
        assertThat(errors(new LoadSource("aaf", "24", true, date.plusDays(4), "d3")))
                .containsExactly("older-archive");
        assertThat(errors(new LoadSource("aaf", "24", true, date.plusDays(5), "d4")))
                .isEmpty();
        assertThat(errors(new LoadSource("aaf", "25", false, date, "d5"))).containsExactly("no-baseline");
    }

    @Test
    void takesTheListOfASchoolThatNothingElseBringsWithoutAnythingBefore() {
        LoadSource list = new LoadSource("onde", "24", false, date, "list 1");
        assertThat(additions(list, "0240090Z")).isEmpty();
        assertThat(additions(new LoadSource("onde", "24", false, date, "list 2"), "0240091A"))
                .isEmpty();
    }

    @Test
    @Requirement("44C")
    void refusesADeltaThatOnlyAddsWithoutABeginningOrTooLate() {
        assertThat(additions(new LoadSource("aaf", "25", false, date, "d6", true), "0250090Z"))
                .containsExactly("no-baseline");
        assertThat(additions(new LoadSource("aaf", "24", false, date.minusDays(1), "d7", true), "0240092A"))
                .containsExactly("older-archive");
    }

    @Test
    void warnsOfACompleteArchiveUnderTheNameOfADelta() {
        LoadSource source = new LoadSource("aaf", "24", false, date.plusDays(1), "d8", true);
        try (DirectoryLoad load = schools.loads.open(source, TestSchools.FORM)) {
            TestRecords.population().forEach(load::add);
            assertThat(load.check()).extracting(LoadFinding::code).contains("looks-complete");
        }
    }

    @Test
    void refusesTheListOfASchoolThatAnotherFeedBrings() {
        String known = schools.tx.readSql(connection -> Rows.list(
                        connection,
                        "select code from directory.structure where kind = 'SCHOOL' and feed = 'aaf' order by code limit 1",
                        row -> row.getString(1))
                .get(0));
        assertThat(additions(new LoadSource("onde", "24", false, date, "list 3"), known))
                .containsExactly("school-of-another-feed");
    }

    private List<String> additions(LoadSource source, String uai) {
        try (DirectoryLoad load = schools.loads.open(source, TestSchools.FORM)) {
            load.add(new FeedRecord.School(
                    "f", uai, uai, "Les Saules", "", "", "", "", "", "", "", "", "", "", Map.of()));
            List<String> errors = load.check().stream()
                    .filter(each -> each.severity() == LoadFinding.Severity.ERROR)
                    .map(LoadFinding::code)
                    .toList();
            if (errors.isEmpty()) {
                load.apply(Leavers.all());
            }
            return errors;
        }
    }

    private List<String> errors(LoadSource source) {
        try (DirectoryLoad load = schools.loads.open(source, TestSchools.FORM)) {
            if (!source.complete()) {
                load.remove(RecordKind.PUPIL, "unknown", "f");
            }
            return load.check().stream()
                    .filter(each -> each.severity() == LoadFinding.Severity.ERROR)
                    .map(LoadFinding::code)
                    .toList();
        }
    }
}
