package org.preau.api.connector;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;
import org.preau.api.signin.PortalSession;

/** How connectors are reached. Registered as a service by the protocol's bundle, which answers its own paths below {@code /sso/<name>} by an {@code HttpEndpoint}. */
@ConsumerType
public interface SsoProtocol {
    /** Its name in connector files: {@code cas}. */
    String name();

    /** Sends the browser of a user, already found to be in the audience, to the service from {@code /connect/<id>}. */
    void launch(HttpServletRequest request, HttpServletResponse response, Connector connector, PortalSession session)
            throws IOException;
}
