package org.preau.api.extension;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Registered as a service by who wants to know, on this node, what becomes of extensions, however it was brought about.
 *
 * <pre>{@code
 * @Component
 * public final class InstallationLog implements InstallationListener {
 *     public void changed(Installation installation) { log.info("{}", installation); }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface InstallationListener {
    /** Told after it was done, on the thread that did it and while the next one waits: must be quick. What it throws is logged. */
    void changed(Installation installation);
}
