package org.preau.bench;

/** One thing that is measured. */
interface Part {
    /** Its name in the report, and for {@code --only}. */
    String name();

    /** Measures, with the stage's portal up or not, as it needs; leaves it up or down. */
    void measure(Stage stage, Report report) throws Exception;
}
