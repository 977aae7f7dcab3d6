package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadSource;

/** An archive that its sender dated in the future keeps nobody's true archives out. */
@Requirement("44B")
class FutureDateTest {
    private static final LocalDate TODAY = LocalDate.ofInstant(TestSchools.NOW, ZoneOffset.UTC);

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
    void trueArchivesFollowOneOfTheFuture() {
        assertThat(load(TODAY.plusYears(10), true)).isEmpty();
        assertThat(load(TODAY, true)).isEmpty();
        assertThat(load(TODAY, false)).containsExactly("older-archive");
    }

    @Test
    void trueDeltasFollowOneOfTheFuture() {
        assertThat(load(TODAY.plusYears(10), true)).isEmpty();
        assertThat(load(TODAY, false)).isEmpty();
    }

    @Test
    void whatIsOlderThanItsReceptionIsOlderAllTheSame() {
        assertThat(load(TODAY.plusYears(10), true)).isEmpty();
        assertThat(load(TODAY.minusDays(2), true)).containsExactly("older-archive");
        assertThat(load(TODAY.minusDays(2), false)).contains("older-archive");
    }

    @Test
    void archivesOfOneWrongClockComeInTheirOrder() {
        assertThat(load(TODAY.plusDays(10), true)).isEmpty();
        assertThat(load(TODAY.plusDays(9), true)).containsExactly("older-archive");
        assertThat(load(TODAY.plusDays(11), true)).isEmpty();
    }

    /** Somewhere it is tomorrow already. */
    @Test
    void tomorrowIsBelieved() {
        assertThat(load(TODAY.plusDays(1), true)).isEmpty();
        assertThat(load(TODAY, true)).containsExactly("older-archive");
    }

    private List<String> load(LocalDate date, boolean complete) {
        LoadSource source = new LoadSource("aaf", "24", complete, date, complete + " " + date, true);
        try (DirectoryLoad load = schools.loads.open(source, TestSchools.FORM)) {
            if (complete) {
                TestSchools.population().forEach(load::add);
            } else {
                load.add(TestSchools.guardian("39", "Eve", "SEUL"));
            }
            List<String> codes =
                    load.check().stream().map(LoadFinding::code).distinct().toList();
            if (!codes.contains("older-archive")) {
                load.apply(Leavers.all());
            }
            return codes;
        }
    }
}
