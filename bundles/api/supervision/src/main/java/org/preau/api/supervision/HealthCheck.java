package org.preau.api.supervision;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One part of the portal whose health counts. Register it as a service.
 *
 * <pre>{@code
 * @Component
 * public final class PrinterHealth implements HealthCheck {
 *     public String name() { return "printer"; }
 *     public Health health() { return last.isOld() ? Health.down("no answer since " + last.at()) : Health.UP; }
 *     public boolean vital() { return false; }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface HealthCheck {
    /** Name of the part: {@code database}. */
    String name();

    /** How it is; called at each look, so it must answer from memory within milliseconds. */
    Health health();

    /** Whether the portal as a whole is down while this part is. */
    default boolean vital() {
        return true;
    }

    /**
     * How a part is.
     *
     * @param up whether it works
     * @param detail one line for operators, no personal data; may be empty
     */
    record Health(boolean up, String detail) {
        /** It works. */
        public static final Health UP = new Health(true, "");

        /** It does not, and why. */
        public static Health down(String why) {
            return new Health(false, why);
        }
    }
}
