package org.preau.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measured value.
 *
 * @param part the part that measured it
 * @param id its key in the JSON
 * @param limit the value it has to stay below, if there is such a target
 * @param note how it was measured, when the label does not say
 */
record Figure(String part, String id, String label, double value, String unit, @Nullable Double limit, String note) {
    /** Whether it has a target. */
    boolean targeted() {
        return limit != null;
    }

    /** Whether it has no target or stays below it. */
    boolean met() {
        return limit == null || value < limit;
    }

    /** The target and by how much it is met or missed; empty without a target. */
    String verdict() {
        if (limit == null) {
            return "";
        }
        double distance = Math.abs(value - limit) / limit * 100;
        return String.format(
                Locale.ROOT, "< %s %s: %s by %.0f %%", Numbers.text(limit), unit, met() ? "met" : "MISSED", distance);
    }
}
