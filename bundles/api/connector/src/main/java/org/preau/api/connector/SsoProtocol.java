package org.preau.api.connector;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.preau.api.signin.PortalSession;

/**
 * How connectors are reached. Registered as a service by the protocol's bundle, which answers its own paths below {@code /sso/<name>} by an {@code HttpEndpoint}.
 *
 * <pre>{@code
 * @Component
 * public final class LinkProtocol implements SsoProtocol {
 *     public String name() { return "link"; }
 *     public void launch(HttpServletRequest request, HttpServletResponse response, Connector connector, PortalSession session) throws IOException {
 *         response.sendRedirect(connector.launchUrl().toString());
 *     }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface SsoProtocol {
    /** Its name in connector files: {@code cas}. */
    String name();

    /** Sends the browser of a user, already found to be in the audience, to the service from {@code /connect/<id>}. */
    void launch(HttpServletRequest request, HttpServletResponse response, Connector connector, PortalSession session)
            throws IOException;

    /** Keys of a connector file that this protocol reads, beside those every connector has: {@code client.id}, {@code metadata.url}. */
    default Set<String> settings() {
        return Set.of();
    }

    /** What a connector lacks for this protocol, for its author: the key, and what to write. */
    default List<String> problems(Connector connector) {
        return List.of();
    }

    /** The same in both languages, each with a code; by default what {@link #problems} says, as it is. */
    default List<ConnectorFinding> findings(Connector connector) {
        return problems(connector).stream().map(ConnectorFinding::plain).toList();
    }

    /**
     * What the service's side is to be told about the portal, in order: the protocol's own word for it, and the address, name or certificate (PEM). For the integrator to copy; never a secret.
     */
    default Map<String, String> endpoints(Connector connector) {
        return Map.of();
    }

    /**
     * The name by which the service calls itself in this protocol: {@code client.id}, a SAML entity id. Of several connectors with one name none serves, since one of them would get the others' users.
     * Must not block; nothing where the protocol has no such name, or while it is not known yet.
     */
    default Optional<String> serviceName(Connector connector) {
        return Optional.empty();
    }

    /**
     * What the service would be told of a user about whom that may leave, in the protocol's own words, for the integrator's "what would leave?". Sends and keeps nothing.
     *
     * @param release what the connector's category lets out of somebody fictitious
     */
    default Map<String, String> rehearse(Connector connector, Release release) {
        Map<String, String> told = new LinkedHashMap<>();
        release.userId().ifPresent(id -> told.put("id", id));
        release.attributes().forEach((name, values) -> told.put(name, String.join(", ", values)));
        return told;
    }

    /** Whether something about a user may be sent to this address for this connector; by default those of {@code service.urls}. */
    default boolean accepts(Connector connector, String destination) {
        return connector.accepts(destination);
    }

    /** Whether this connector's service may ask who else of a school uses it: the gate then keeps who went there from which school, see {@link ReleaseGate#members}. */
    default boolean listsMembers(Connector connector) {
        return false;
    }

    /** Tells a service, from server to server, that a portal session is over. Runs off any request, within 10 seconds; may block on the network. */
    default LogoutAnswer logout(ServiceVisits.Visit visit) {
        return LogoutAnswer.NOT_OFFERED;
    }

    /** The address that ends the visit when the user's browser loads it in a frame, for services that can be told no other way; a path of the portal's own for a page that posts. */
    default Optional<URI> frontChannelLogout(ServiceVisits.Visit visit) {
        return Optional.empty();
    }

    /** What a service said of a sign-out. */
    enum LogoutAnswer {
        /** It confirmed. */
        DONE,
        /** It did not answer, or with an error. */
        FAILED,
        /** It cannot be told from server to server. */
        NOT_OFFERED
    }
}
