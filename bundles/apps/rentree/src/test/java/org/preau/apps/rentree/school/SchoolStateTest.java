package org.preau.apps.rentree.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.directory.readiness.SchoolReadiness;

@Requirement("612A")
class SchoolStateTest {
    private static SchoolReadiness figures(int classes, int empty, int untaught, int classless, int never) {
        return new SchoolReadiness(UUID.randomUUID(), classes, empty, untaught, 50, classless, 0, 80, 5, 100, never);
    }

    @Test
    void aSchoolWithEverythingDoneIsReady() {
        Marks marks = new Marks(Set.of(Step.CLASSES, Step.SHEETS), 4, 1);
        SchoolState state = new SchoolState(figures(4, 0, 0, 0, 12), 0, marks);
        assertThat(state.done()).isEqualTo(Step.values().length);
        assertThat(state.share()).isEqualTo(100);
    }

    @Test
    void nothingDoneIsSaidStepByStep() {
        SchoolState state = new SchoolState(figures(4, 0, 2, 1, 12), 3, Marks.NONE);
        assertThat(state.of(Step.CLASSES)).isEqualTo(StepState.TO_DO);
        assertThat(state.of(Step.TEACHERS)).isEqualTo(StepState.TO_DO);
        assertThat(state.of(Step.DUPLICATES)).isEqualTo(StepState.TO_DO);
        assertThat(state.of(Step.DELEGATES)).isEqualTo(StepState.TO_DO);
        assertThat(state.of(Step.SHEETS)).isEqualTo(StepState.TO_DO);
        assertThat(state.of(Step.MISSING)).isEqualTo(StepState.PROBLEM);
        assertThat(state.share()).isZero();
    }

    @Test
    void anEmptyClassIsAProblemAndANewOneOpensTheStepAgain() {
        Marks seen = new Marks(Set.of(Step.CLASSES), 4, 0);
        assertThat(new SchoolState(figures(4, 1, 0, 0, 0), 0, seen).of(Step.CLASSES))
                .isEqualTo(StepState.PROBLEM);
        assertThat(new SchoolState(figures(5, 0, 0, 0, 0), 0, seen).of(Step.CLASSES))
                .isEqualTo(StepState.TO_DO);
        assertThat(new SchoolState(figures(0, 0, 0, 0, 0), 0, seen).of(Step.CLASSES))
                .isEqualTo(StepState.PROBLEM);
    }
}
