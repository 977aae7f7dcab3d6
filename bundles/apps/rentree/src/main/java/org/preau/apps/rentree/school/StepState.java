package org.preau.apps.rentree.school;

/** Where a step is. */
public enum StepState {
    /** Nothing left to do. */
    DONE,
    /** Waits for the head. */
    TO_DO,
    /** Something is wrong that somebody has to look at. */
    PROBLEM
}
