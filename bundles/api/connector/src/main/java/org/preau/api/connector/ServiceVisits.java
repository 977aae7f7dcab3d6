package org.preau.api.connector;

import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.signin.PortalSession;

/**
 * Which services a portal session has signed in to: when it ends, for whatever reason and on whatever node, each is told by {@link SsoProtocol#logout} (requirement 3112A).
 *
 * @since 1.0
 */
@ProviderType
public interface ServiceVisits {
    /**
     * Notes a sign-in; joins the running transaction. The same handle twice is one visit.
     *
     * @param handle the protocol's own reference of this sign-in, at most 2,000 characters: a CAS ticket, a SAML session index and name, an OpenID Connect {@code sid}
     */
    void note(PortalSession session, Connector connector, String handle);

    /** The handles noted of a session at one service, the first one first. */
    default List<String> handles(PortalSession session, Connector connector) {
        return List.of();
    }

    /**
     * A sign-in of the past.
     *
     * @param sessionId the portal session
     * @param connector the service
     * @param handle what the protocol noted
     */
    record Visit(UUID sessionId, Connector connector, String handle) {}
}
