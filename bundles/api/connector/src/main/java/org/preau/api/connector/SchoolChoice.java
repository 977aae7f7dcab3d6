package org.preau.api.connector;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.signin.PortalSession;

/**
 * Which of his schools a user goes to a service for. One UAI leaves, that of the session's context; a service that starts the sign-in itself does not know of contexts, so a user who has the service in several schools is
 * asked, once in a session.
 *
 * @since 1.0
 */
@ProviderType
public interface SchoolChoice {
    /**
     * The page to send the browser to before anything is released, if the user has to be asked; it leads on to {@code back}.
     *
     * @param back path and query of the portal where the protocol goes on
     */
    Optional<String> pageBefore(PortalSession session, Connector connector, String back);

    /** The user starts from the portal's own tile: the school he is in counts, he is not asked for this connector any more. */
    void startsHere(PortalSession session, Connector connector);
}
