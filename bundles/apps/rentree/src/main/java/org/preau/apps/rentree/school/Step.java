package org.preau.apps.rentree.school;

import java.util.Locale;
import java.util.Optional;

/** The steps of the assistant, in their order. */
public enum Step {
    /** The classes of the year are those of the school. */
    CLASSES,
    /** Every class has its teachers. */
    TEACHERS,
    /** Nobody is there twice. */
    DUPLICATES,
    /** Somebody hands out the resources of the GAR. */
    DELEGATES,
    /** The sheets of the first sign-in are printed. */
    SHEETS,
    /** Nothing is missing that the school can mend. */
    MISSING;

    /** Last part of the step's address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The step of that address. */
    public static Optional<Step> at(String path) {
        for (Step step : values()) {
            if (step.path().equals(path)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }
}
