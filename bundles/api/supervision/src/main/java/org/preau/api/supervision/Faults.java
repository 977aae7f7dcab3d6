package org.preau.api.supervision;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where faults of ours are noted: one entry, one reference number to show to the user.
 *
 * @since 1.0
 */
@ProviderType
public interface Faults {
    /**
     * Notes a fault in log and supervision.
     *
     * @param part what failed: an application's id, a path
     * @return the reference to show, such as {@code F-7K3M-92Q}
     */
    String report(String part, Throwable cause);

    /**
     * The last faults of this node, the newest first, at most two hundred.
     *
     * @since 1.1
     */
    default List<Fault> last() {
        return List.of();
    }

    /**
     * A fault as operators see it.
     *
     * @param reference the number the user was shown
     * @param part what failed
     * @param what type and message of the failure
     * @param cause type and message of its first cause; may be empty
     * @since 1.1
     */
    record Fault(String reference, Instant at, String part, String what, String cause) {}
}
