package org.preau.api.connector;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.signin.PortalSession;

/**
 * The one door by which anything about a user leaves: audience, toggles, category policy, audit. No protocol can go round it.
 *
 * @since 1.0
 */
@ProviderType
public interface ReleaseGate {
    /**
     * Decides what leaves, and audits it ({@code connector.release}).
     *
     * <p>Called once for a sign-in at a service; what it gave is kept for the protocol's later answers of that sign-in (user info, tokens renewed). In category 5 what was agreed to is in the first
     * release only, later ones hold the identifier alone (3113-5).
     *
     * @param destination the address it goes to, for the audit
     */
    ReleaseOutcome release(PortalSession session, Connector connector, String destination);

    /**
     * The page to send the browser to before anything can be released, if there is one: in which school (see {@link SchoolChoice}), or whether each attribute may leave. It leads on to {@code back}.
     * Every protocol asks this first, at a sign-in that the service begins as at one from the tile.
     *
     * @param back path and query of the portal where the protocol goes on
     */
    Optional<String> pageBefore(PortalSession session, Connector connector, String back);
}
