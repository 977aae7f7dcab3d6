package org.preau.apps.rentree.school;

import org.preau.api.directory.readiness.SchoolReadiness;

/**
 * How far a school is.
 *
 * @param figures what the directory counts
 * @param duplicates pairs of people who look like one and wait for a decision
 * @param marks what was decided
 */
public record SchoolState(SchoolReadiness figures, int duplicates, Marks marks) {
    private static final int FULL = 100;

    /** Where a step is. */
    public StepState of(Step step) {
        return switch (step) {
            case CLASSES -> classes();
            case TEACHERS -> done(figures.classes() > 0 && figures.untaughtClasses() == 0);
            case DUPLICATES -> done(duplicates == 0);
            case DELEGATES -> done(marks.delegates() > 0);
            case SHEETS -> done(marks.settled().contains(Step.SHEETS) || figures.accountsNeverUsed() == 0);
            case MISSING ->
                figures.pupilsWithoutClass() + figures.pupilsWithoutGuardian() == 0
                        ? StepState.DONE
                        : StepState.PROBLEM;
        };
    }

    /** How many steps are done. */
    public int done() {
        int done = 0;
        for (Step step : Step.values()) {
            if (of(step) == StepState.DONE) {
                done++;
            }
        }
        return done;
    }

    /** Share of steps done, 0 to 100. */
    public int share() {
        return share(done());
    }

    /** The share that so many steps are. */
    public static int share(int done) {
        return FULL * done / Step.values().length;
    }

    private StepState classes() {
        if (figures.classes() == 0 || figures.emptyClasses() > 0) {
            return StepState.PROBLEM;
        }
        return done(marks.settled().contains(Step.CLASSES) && marks.classesSeen() == figures.classes());
    }

    private static StepState done(boolean done) {
        return done ? StepState.DONE : StepState.TO_DO;
    }
}
