package org.preau.sso.oidc;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.connector.ConnectorCatalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clients there are now. Safe on any thread. */
@Component(service = Clients.class)
public final class Clients {
    private static final Logger log = LoggerFactory.getLogger(Clients.class);
    private final ConnectorCatalogue catalogue;

    /** Those of the catalogue. */
    @Activate
    public Clients(@Reference ConnectorCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The client of that {@code client.id}; nothing when two connectors claim it, since one of them would get the other's users. */
    Optional<Client> byId(String clientId) {
        List<Client> all = catalogue.all().stream()
                .flatMap(status -> Client.of(status.connector()).stream())
                .filter(client -> client.id().equals(clientId))
                .toList();
        if (all.size() > 1) {
            log.error(
                    "Connectors {} have the same client.id; change one",
                    all.stream().map(client -> client.connector().id()).toList());
        }
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** The client of that connector. */
    Optional<Client> ofConnector(String connectorId) {
        return catalogue.byId(connectorId).flatMap(Client::of);
    }
}
