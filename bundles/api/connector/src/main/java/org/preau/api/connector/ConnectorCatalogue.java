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
    /** All of them, by name. The same list object until something comes, goes or changes: what is worked out from it can be kept along with it. */
    List<ConnectorStatus> all();

    /** The connector of that id. */
    Optional<Connector> byId(String id);

    /** The connector of that protocol which accepts this service address. */
    Optional<Connector> byService(String protocol, String serviceUrl);

    /** Whether an administrator has suspended that connector: it is found, but nothing leaves for it, and its tickets and tokens are to be refused. */
    default boolean suspended(String id) {
        return all().stream()
                .anyMatch(
                        status -> status.suspended() && status.connector().id().equals(id));
    }

    /** Those that this user gets: audience and toggles; unavailable ones too, told by their state. */
    List<ConnectorStatus> visibleTo(PortalSession session);

    /**
     * A connector and how it is.
     *
     * @param connector the connector
     * @param version version of its bundle, {@code file} for one declared by a file
     * @param state {@code active}, or {@code unavailable} while the bundle of its category or protocol is not there, {@code suspended} by an administrator
     */
    record ConnectorStatus(Connector connector, String version, String state) {
        /** Whether it can be used now. */
        public boolean available() {
            return state.equals("active");
        }

        /** Whether an administrator has suspended it: it is there, but nobody goes there. */
        public boolean suspended() {
            return state.equals("suspended");
        }
    }
}
