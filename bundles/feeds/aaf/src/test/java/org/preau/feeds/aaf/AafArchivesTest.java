package org.preau.feeds.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.preau.api.directory.DirectoryTotals;
import org.preau.api.feed.FeedOutcome;
import org.preau.core.persistence.testing.TestDatabase;

/** Every synthetic archive comes out as the truth beside it says, each on an empty directory. */
class AafArchivesTest {
    static List<Expected> archives() {
        return Expected.allForAnEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource("archives")
    void comesOutAsItsTruthSays(Expected expected) {
        try (TestPortal portal = new TestPortal("24")) {
            proves(portal, expected);
        }
    }

    @Test
    void comesOutTheSameOnThePostgresqlOfDebian() {
        try (TestPortal portal = new TestPortal("24", TestDatabase.createOnDebian())) {
            proves(portal, Expected.of("full-seed7"));
        }
    }

    private static void proves(TestPortal portal, Expected expected) {
        Verdict checked = portal.check(expected.archive());
        assertThat(checked.outcome()).describedAs("%s", checked).isEqualTo(outcome(expected));
        assertThat(portal.count("select count(*) from directory.person")).isZero();
        Verdict applied = portal.apply(expected.archive());
        assertThat(applied.outcome()).isEqualTo(outcome(expected));
        if (applied.outcome() == FeedOutcome.REJECT) {
            assertThat(portal.count("select count(*) from directory.person")).isZero();
            assertThat(applied.errors()).isNotEmpty();
            return;
        }
        assertThat(applied.counts()).isEqualTo(expected.numbers(expected.truth().path("counts")));
        assertThat(expected.numbers(expected.truth().path("totals")))
                .containsAllEntriesOf(totals(portal.directory.totals(Optional.empty())));
        bySchool(portal, expected);
        Verdict again = portal.apply(expected.archive());
        assertThat(again.difference().isEmpty()).isTrue();
        assertThat(staging(portal)).isZero();
    }

    private static FeedOutcome outcome(Expected expected) {
        return FeedOutcome.valueOf(expected.outcome().toUpperCase(java.util.Locale.ROOT));
    }

    private static int staging(TestPortal portal) {
        return portal.count("select count(*) from pg_tables where tablename like 'stage%'");
    }

    private static void bySchool(TestPortal portal, Expected expected) {
        Map<String, DirectoryTotals> bySchool = portal.directory.totalsBySchool();
        expected.truth().path("by_school").properties().forEach(school -> {
            DirectoryTotals found = bySchool.get(school.getKey());
            Map<String, Integer> wanted = expected.numbers(school.getValue());
            wanted.keySet().retainAll(totals(found).keySet());
            assertThat(totals(found)).describedAs(school.getKey()).containsAllEntriesOf(wanted);
        });
    }

    private static Map<String, Integer> totals(DirectoryTotals totals) {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("schools", totals.schools());
        map.put("classes", totals.classes());
        map.put("groups", totals.groups());
        map.put("pupils", totals.pupils());
        map.put("pupils_nursery", totals.pupilsNursery());
        map.put("guardians", totals.guardians());
        map.put("guardian_links", totals.guardianLinks());
        map.put("teachers", totals.teachers());
        map.put("other_staff", totals.otherStaff());
        return map;
    }
}
