package org.preau.api.supervision;

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
}
