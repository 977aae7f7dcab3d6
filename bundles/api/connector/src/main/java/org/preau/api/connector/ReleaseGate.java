package org.preau.api.connector;

import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.signin.PortalSession;

/** The one door by which anything about a user leaves: audience, toggles, category policy, audit. No protocol can go round it. */
@ProviderType
public interface ReleaseGate {
    /**
     * Decides what leaves, and audits it ({@code connector.release}).
     *
     * @param destination the address it goes to, for the audit
     */
    ReleaseOutcome release(PortalSession session, Connector connector, String destination);
}
