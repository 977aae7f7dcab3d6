package org.preau.sso.oidc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clients there are now. Safe on any thread. */
@Component(service = Clients.class)
public final class Clients {
    private static final Logger log = LoggerFactory.getLogger(Clients.class);
    private final ConnectorCatalogue catalogue;
    private volatile @Nullable Known known;

    /** Those of the catalogue. */
    @Activate
    public Clients(@Reference ConnectorCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The client of that {@code client.id}; nothing when two connectors claim it, since one of them would get the other's users. */
    Optional<Client> byId(String clientId) {
        return Optional.ofNullable(now().clients().get(clientId));
    }

    /** The client of that connector. */
    Optional<Client> ofConnector(String connectorId) {
        return catalogue.byId(connectorId).flatMap(Client::of);
    }

    /** Whether an administrator has suspended this client: none of its tokens is good. */
    boolean suspended(Client client) {
        return catalogue.suspended(client.connector().id());
    }

    /** The catalogue gives the same list until something changes. */
    private Known now() {
        List<ConnectorStatus> all = catalogue.all();
        Known there = known;
        if (there == null || there.of() != all) {
            there = new Known(all, read(all));
            known = there;
        }
        return there;
    }

    private static Map<String, Client> read(List<ConnectorStatus> all) {
        Map<String, Client> clients = new HashMap<>();
        Set<String> twice = new TreeSet<>();
        for (ConnectorStatus status : all) {
            Client.of(status.connector()).ifPresent(client -> {
                Client other = clients.putIfAbsent(client.id(), client);
                if (other != null) {
                    twice.add(client.id());
                    log.error(
                            "Connectors {} and {} have the same client.id; change one",
                            other.connector().id(),
                            client.connector().id());
                }
            });
        }
        clients.keySet().removeAll(twice);
        return Map.copyOf(clients);
    }

    /**
     * The clients of one moment.
     *
     * @param of the catalogue's list they were read from
     */
    private record Known(List<ConnectorStatus> of, Map<String, Client> clients) {}
}
