package org.preau.api.statistics;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;
import org.preau.api.base.LocalizedText;

/**
 * Something that is counted each day for each structure: sign-ins, articles published. Register it as a service; the portal asks it every hour for the present day and once more for the day before, keeps the
 * values, and shows them to who may see a structure's figures. Aggregates only: no value about one person, no id of one.
 *
 * <pre>{@code
 * @Component
 * public final class NotesWritten implements Indicator {
 *     public String id() { return "notes.written"; }
 *     public LocalizedText name() { return TEXTS.both("indicator.written"); }
 *     public Map<UUID, Double> values(LocalDate day) { return store.writtenBySchool(day); }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface Indicator {
    /** Unique name, {@code [a-z][a-z0-9.-]*}, stable for ever: values are kept by it. */
    String id();

    /** What is counted, as a heading: "Connexions". */
    LocalizedText name();

    /** How it is counted, in one sentence: what a reader must know to compare it. */
    LocalizedText explanation();

    /** What the numbers are. */
    default Unit unit() {
        return Unit.COUNT;
    }

    /** How the values of several structures, or days, become one. */
    default Sum sum() {
        return Sum.OF_DAYS;
    }

    /**
     * The values of one day in the academy's time zone, by the structure they belong to directly (a school, for most; sums over structures are the portal's work). Called by a job, on one node; structures
     * without a value are left out.
     */
    Map<UUID, Double> values(LocalDate day);

    /**
     * What a number is.
     *
     * @since 1.0
     */
    enum Unit {
        /** How many. */
        COUNT,
        /** Seconds. */
        SECONDS,
        /** Bytes. */
        BYTES
    }

    /**
     * How days add up; structures always do.
     *
     * @since 1.0
     */
    enum Sum {
        /** What happened: a week is the sum of its days. */
        OF_DAYS,
        /** How things stand: a week is its last day. */
        LAST_DAY
    }
}
