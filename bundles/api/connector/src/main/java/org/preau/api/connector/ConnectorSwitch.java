package org.preau.api.connector;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Subject;

/**
 * Suspends services everywhere: on every node within a second or two nothing leaves for them, their tickets and tokens are good no more, their sessions are told that they are over, and users read why.
 *
 * @since 1.0
 */
@ProviderType
public interface ConnectorSwitch {
    /**
     * Suspends a service, audited ({@code security.suspend-connector}). Who may is for the caller to have asked.
     *
     * @param exercise only counts
     * @return how many sign-ins at the service end, or would
     * @throws org.preau.api.base.PortalException {@code NOT_FOUND} for what is no connector's id; one that is not there now, or not yet, can be suspended
     */
    int suspend(Subject by, String connectorId, boolean exercise);

    /** Lets users go there again, audited ({@code security.resume-connector}); what had ended stays so. */
    void resume(Subject by, String connectorId);

    /** Ids of the connectors that are suspended; from memory. */
    Set<String> suspended();
}
