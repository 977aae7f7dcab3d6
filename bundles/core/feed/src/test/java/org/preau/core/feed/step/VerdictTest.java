package org.preau.core.feed.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.directory.load.LoadDifference.Figures;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.directory.load.SchoolDifference;
import org.preau.api.feed.HeldSchool;
import org.preau.core.feed.run.Acceptance;
import org.preau.core.feed.run.Findings;

@Requirement("44B")
class VerdictTest {
    private static final Thresholds USUAL = new Thresholds(0.05, 0.01, 5);

    private final List<SchoolDifference> rows = new ArrayList<>();

    @Test
    void letsGoWhatStaysBelow() {
        school("A", RecordKind.PUPIL, 100, 5);
        school("A", RecordKind.GUARDIAN, 150, 100);
        assertThat(judge(10_000, 5, Optional.empty()).hold()).isFalse();
    }

    @Test
    void holdsASchoolThatLosesMoreThanItsShareOfPupilsAndStaff() {
        school("A", RecordKind.PUPIL, 100, 4);
        school("A", RecordKind.STAFF, 8, 2);
        Verdict verdict = judge(10_000, 6, Optional.empty());
        assertThat(verdict.hold()).isTrue();
        assertThat(verdict.held()).containsExactly(new HeldSchool("A", "École A", 108, 6, false));
        assertThat(told(verdict)).singleElement().asString().contains("6 of 108", "A École A");
    }

    @Test
    void neverHoldsForAHandful() {
        school("A", RecordKind.PUPIL, 10, 4);
        assertThat(judge(100, 4, Optional.empty()).hold()).isFalse();
    }

    @Test
    void holdsForASchoolThatGoesAltogetherHoweverSmall() {
        school("A", RecordKind.PUPIL, 3, 3);
        assertThat(judge(10_000, 3, Optional.empty()).hold()).isTrue();
        rows.clear();
        school("B", RecordKind.SCHOOL, 1, 1);
        assertThat(judge(10_000, 0, Optional.empty()).hold()).isTrue();
    }

    @Test
    void holdsWhenTheWholeSourceLosesTooMany() {
        for (int i = 0; i < 10; i++) {
            school("S" + i, RecordKind.PUPIL, 100, 3);
        }
        Verdict verdict = judge(1_000, 30, Optional.empty());
        assertThat(verdict.hold()).isTrue();
        assertThat(verdict.held()).hasSize(10);
        assertThat(told(verdict)).singleElement().asString().contains("30 of 1,000 pupil");
    }

    @Test
    void takesWhatWasAcceptedAndNoMore() {
        school("A", RecordKind.PUPIL, 100, 10);
        Acceptance enough = new Acceptance(false, true, Map.of("A", 10), Map.of("PUPIL", 10));
        Acceptance less = new Acceptance(false, true, Map.of("A", 9), Map.of("PUPIL", 10));
        Acceptance fewer = new Acceptance(false, true, Map.of("A", 10), Map.of("PUPIL", 9));
        assertThat(judge(500, 10, Optional.of(enough)).hold()).isFalse();
        assertThat(judge(500, 10, Optional.of(enough)).leavers()).isEqualTo(Leavers.all());
        assertThat(judge(500, 10, Optional.of(less)).hold()).isTrue();
        assertThat(judge(500, 10, Optional.of(fewer)).hold()).isTrue();
        assertThat(judge(500, 10, Optional.of(Acceptance.FREE)).hold()).isFalse();
    }

    @Test
    void letsTheAcceptedSchoolsAndThoseBelowLeave() {
        school("A", RecordKind.PUPIL, 100, 10);
        school("B", RecordKind.PUPIL, 100, 10);
        school("C", RecordKind.PUPIL, 100, 1);
        Acceptance some = new Acceptance(false, false, Map.of("A", 10), Map.of());
        Verdict verdict = judge(10_000, 21, Optional.of(some));
        assertThat(verdict.hold()).isFalse();
        assertThat(((Leavers.OfSchools) verdict.leavers()).codes()).containsExactlyInAnyOrder("A", "C");
        Verdict region = judge(300, 21, Optional.of(some));
        assertThat(((Leavers.OfSchools) region.leavers()).codes()).containsExactly("A");
        Acceptance outrun = new Acceptance(false, false, Map.of("A", 9), Map.of());
        assertThat(judge(10_000, 21, Optional.of(outrun)).hold()).isTrue();
    }

    private static List<String> told(Verdict verdict) {
        Findings findings = new Findings();
        verdict.tell(findings);
        return findings.list().stream().map(LoadFinding::message).toList();
    }

    private void school(String code, RecordKind kind, int before, int leaving) {
        rows.add(new SchoolDifference(code, "École " + code, kind, new Figures(0, 0, 0, 0, leaving, before)));
    }

    private Verdict judge(int pupils, int leaving, Optional<Acceptance> accepted) {
        LoadDifference difference =
                new LoadDifference(Map.of(RecordKind.PUPIL, new Figures(0, 0, 0, 0, leaving, pupils)));
        return Verdict.of(USUAL.excess(difference, rows), accepted);
    }
}
