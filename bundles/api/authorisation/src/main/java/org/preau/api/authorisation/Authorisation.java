package org.preau.api.authorisation;

import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;

/**
 * Decides who may do what on what. The portal itself may do everything; everybody else only what an {@link ActionRule} allows on the target.
 *
 * @since 1.0
 */
@ProviderType
public interface Authorisation {
    /** Whether the subject may do {@code action} on the target; no when no rule names the action. */
    boolean allows(Subject subject, String action, Scope target);

    /**
     * Passes if allowed.
     *
     * @throws org.preau.api.base.PortalException {@code FORBIDDEN} otherwise
     */
    void require(Subject subject, String action, Scope target);

    /** The structures (grants' perimeters, not spelled out below) over which a running grant lets the subject do {@code action}; empty for most people. */
    Set<UUID> perimeterOf(Subject subject, String action);
}
