package org.preau.api.connector;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.signin.PortalSession;

/**
 * The connectors of the running platform.
 *
 * @since 1.0
 */
@ProviderType
public interface ConnectorCatalogue {
    /** All of them, by name. */
    List<ConnectorStatus> all();

    /** The connector of that id. */
    Optional<Connector> byId(String id);

    /** The connector of that protocol which accepts this service address. */
    Optional<Connector> byService(String protocol, String serviceUrl);

    /** Those that this user gets: audience and toggles; unavailable ones too, told by their state. */
    List<ConnectorStatus> visibleTo(PortalSession session);

    /**
     * A connector and how it is.
     *
     * @param connector the connector
     * @param version version of its bundle, {@code file} for one declared by a file
     * @param state {@code active}, or {@code unavailable} while the bundle of its category or protocol is not there
     */
    record ConnectorStatus(Connector connector, String version, String state) {
        /** Whether it can be used now. */
        public boolean available() {
            return state.equals("active");
        }
    }
}
