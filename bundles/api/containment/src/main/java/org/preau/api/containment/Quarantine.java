package org.preau.api.containment;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Subject;

/**
 * The plugins of this node, what they take, and which of them are stopped. Safe on any thread.
 *
 * @since 1.0
 */
@ProviderType
public interface Quarantine {
    /** Name of the action that {@link #release} asks for. */
    String RELEASE = "plugin.release";

    /** Every plugin that was called since this node started, by name. */
    List<PluginState> plugins();

    /** One of them, by the symbolic name of its bundle; nothing when it was never called. */
    Optional<PluginState> plugin(String symbolicName);

    /**
     * Lets a stopped plugin run again at once; audited.
     *
     * @return whether it was stopped
     * @throws org.preau.api.base.PortalException {@code FORBIDDEN} for who may not; {@code NOT_FOUND} for a plugin that was never called
     */
    boolean release(Subject by, String symbolicName);
}
