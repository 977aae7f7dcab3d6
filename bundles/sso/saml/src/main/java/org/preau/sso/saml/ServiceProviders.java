package org.preau.sso.saml;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.api.connector.ConnectorsChanged;
import org.preau.api.saml.SamlParties;
import org.preau.api.saml.SamlParties.Source;
import org.preau.api.saml.SamlParty;

/** The services by their metadata, as connectors of the protocol name it; watched from when a connector appears until it goes. */
@Component(service = {ServiceProviders.class, PortalEventListener.class})
public final class ServiceProviders implements PortalEventListener<ConnectorsChanged> {
    private static final Duration FIRST_READING = Duration.ofSeconds(8);

    private final Map<String, Watch> watches = new ConcurrentHashMap<>();
    private final Set<String> named = ConcurrentHashMap.newKeySet();
    private final ConnectorCatalogue catalogue;
    private final SamlParties parties;

    /** Begins to watch. */
    @Activate
    public ServiceProviders(@Reference ConnectorCatalogue catalogue, @Reference SamlParties parties) {
        this.catalogue = catalogue;
        this.parties = parties;
        follow();
    }

    @Deactivate
    void stop() {
        watches.values().forEach(watch -> watch.document().close());
        watches.clear();
    }

    @Override
    public Class<ConnectorsChanged> type() {
        return ConnectorsChanged.class;
    }

    @Override
    public void on(ConnectorsChanged event) {
        follow();
    }

    /** The service of a connector; waits for the first reading of its metadata, never for later ones. */
    Optional<SamlParty> of(Connector connector) {
        return source(connector).flatMap(source -> watch(connector, source).current(FIRST_READING));
    }

    /** The connector whose service has that name. */
    Optional<Found> byName(String entityId) {
        for (Connector connector : connectors()) {
            Optional<SamlParty> party = of(connector);
            if (party.isPresent() && party.get().entityId().equals(entityId)) {
                return Optional.of(new Found(connector, party.get()));
            }
        }
        return Optional.empty();
    }

    /** The name of a connector's service, if its metadata has been read by now; watches them from then on, even those of a connector that does not serve. */
    Optional<String> nameOf(Connector connector) {
        named.add(connector.id());
        return source(connector)
                .flatMap(source -> watch(connector, source).current())
                .map(SamlParty::entityId);
    }

    /** To look at the catalogue has every connector asked for its service's name, those too that do not serve because it is another's. */
    private synchronized void follow() {
        named.clear();
        List<Connector> now = connectors();
        Set<String> ids = now.stream().map(Connector::id).collect(Collectors.toCollection(HashSet::new));
        ids.addAll(named);
        watches.keySet().removeIf(id -> {
            Watch watch = watches.get(id);
            boolean gone = !ids.contains(id);
            if (gone && watch != null) {
                watch.document().close();
            }
            return gone;
        });
        now.forEach(connector -> source(connector).ifPresent(source -> watch(connector, source)));
    }

    private SamlParties.Watched watch(Connector connector, Source source) {
        Watch there = watches.get(connector.id());
        if (there != null && there.source().equals(source)) {
            return there.document();
        }
        return watches.compute(connector.id(), (id, before) -> {
                    if (before != null && before.source().equals(source)) {
                        return before;
                    }
                    if (before != null) {
                        before.document().close();
                    }
                    return new Watch(source, parties.watch(source));
                })
                .document();
    }

    private List<Connector> connectors() {
        return catalogue.all().stream()
                .filter(status -> status.available() || status.suspended())
                .map(ConnectorStatus::connector)
                .filter(connector -> connector.protocol().equals(SamlProtocol.NAME))
                .toList();
    }

    static Optional<Source> source(Connector connector) {
        Optional<URI> url = connector.setting(SamlProtocol.URL).map(URI::create);
        Optional<Path> file = connector.setting(SamlProtocol.FILE).map(Path::of);
        return url.isEmpty() && file.isEmpty()
                ? Optional.empty()
                : Optional.of(new Source(
                        "sso." + connector.id(),
                        SamlParties.Role.SERVICE_PROVIDER,
                        url,
                        file,
                        connector.setting(SamlProtocol.ENTITY),
                        connector.setting(SamlProtocol.CERTIFICATE).map(Path::of)));
    }

    /**
     * A service found by its name.
     *
     * @param connector its connector
     * @param party its metadata
     */
    record Found(Connector connector, SamlParty party) {}

    private record Watch(Source source, SamlParties.Watched document) {}
}
