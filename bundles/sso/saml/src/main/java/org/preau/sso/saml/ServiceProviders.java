package org.preau.sso.saml;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.base.Events;
import org.preau.api.base.PortalEventListener;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.api.connector.ConnectorsChanged;
import org.preau.api.job.Job;
import org.preau.api.saml.SamlParties;
import org.preau.api.saml.SamlParties.Source;
import org.preau.api.saml.SamlParty;
import org.preau.api.saml.SamlRefusedException;

/** The services by their metadata, as connectors of the protocol name it; watched from when a connector appears until it goes. */
@Component(service = {ServiceProviders.class, PortalEventListener.class, Job.class})
public final class ServiceProviders implements PortalEventListener<ConnectorsChanged>, Job {
    private static final Duration FIRST_READING = Duration.ofSeconds(8);

    private final Map<String, Watch> watches = new ConcurrentHashMap<>();
    /** There while the database is. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Events events;

    private volatile Map<String, String> names = Map.of();
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

    /**
     * The connector whose service has that name.
     *
     * @throws SamlRefusedException when several have it: one would get the users of the others
     */
    Optional<Found> byName(String entityId) {
        List<Found> found = new ArrayList<>();
        for (Connector connector : connectors()) {
            of(connector)
                    .filter(party -> party.entityId().equals(entityId))
                    .ifPresent(party -> found.add(new Found(connector, party)));
        }
        if (found.size() > 1) {
            throw new SamlRefusedException(
                    SamlRefusedException.Reason.UNKNOWN_ISSUER,
                    "connectors "
                            + found.stream().map(one -> one.connector().id()).toList()
                            + " are all of one service: take all but one away, or give each service a name of its own");
        }
        return found.stream().findFirst();
    }

    /** The name of a connector's service, if its metadata has been read by now; watches them from then on, even those of a connector that does not serve. */
    Optional<String> nameOf(Connector connector) {
        return source(connector)
                .flatMap(source -> watch(connector, source).current())
                .map(SamlParty::entityId);
    }

    @Override
    public String name() {
        return "sso.saml.names";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofMinutes(1));
    }

    /** Names come to be known, and change, with the metadata: whoever compares them is told, on every node. */
    @Override
    public void run(String instance) {
        Map<String, String> now = new TreeMap<>();
        connectors().forEach(connector -> of(connector).ifPresent(party -> now.put(connector.id(), party.entityId())));
        Events there = events;
        if (!now.equals(names) && there != null) {
            names = now;
            there.publish(new ConnectorsChanged("protocol:" + SamlProtocol.NAME));
        }
    }

    private void follow() {
        List<Connector> now = connectors();
        Set<String> ids = now.stream().map(Connector::id).collect(Collectors.toCollection(HashSet::new));
        ids.addAll(twins());
        watches.keySet().removeIf(id -> !ids.contains(id) && closed(id));
        now.forEach(connector -> source(connector).ifPresent(source -> watch(connector, source)));
    }

    private boolean closed(String id) {
        Watch watch = watches.get(id);
        if (watch != null) {
            watch.document().close();
        }
        return true;
    }

    /** Connectors that do not serve because their services have one name: watched on, to see when that is mended. */
    private Set<String> twins() {
        Map<String, List<String>> byName = new HashMap<>();
        watches.forEach((id, watch) -> watch.document().current().ifPresent(party -> byName.computeIfAbsent(
                        party.entityId(), unused -> new ArrayList<>())
                .add(id)));
        return byName.values().stream()
                .filter(ids -> ids.size() > 1)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
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
