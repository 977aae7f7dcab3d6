package org.preau.core.connect;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.api.connector.ServicePattern;
import org.preau.core.connect.ConnectorRegister.Entry;

/**
 * The connectors as they are at one moment, found without walking all of them: a region has one or more a school. Never changes.
 *
 * @param count count of changes it was worked out at
 * @param entries everything declared, in the order of ids
 * @param statuses those that serve, by name
 * @param byId those that serve, by id
 * @param byHost those with return addresses, by protocol and host
 */
record Serving(
        long count,
        List<Entry> entries,
        List<ConnectorStatus> statuses,
        Map<String, Connector> byId,
        Map<String, List<Connector>> byHost) {
    static Serving of(long count, List<Entry> entries) {
        Collator french = Collator.getInstance(Locale.FRENCH);
        List<ConnectorStatus> statuses = new ArrayList<>();
        Map<String, Connector> byId = new HashMap<>();
        Map<String, List<Connector>> byHost = new HashMap<>();
        for (Entry entry : entries) {
            Connector connector = entry.connector().orElse(null);
            if (connector != null && entry.serves()) {
                statuses.add(new ConnectorStatus(
                        connector, entry.version(), entry.state().word()));
                byId.put(connector.id(), connector);
                connector.services().stream()
                        .map(pattern -> key(connector.protocol(), pattern.host()))
                        .distinct()
                        .forEach(key -> byHost.computeIfAbsent(key, unknown -> new ArrayList<>())
                                .add(connector));
            }
        }
        statuses.sort(Comparator.comparing(status -> status.connector().name().fr(), french));
        return new Serving(count, entries, List.copyOf(statuses), Map.copyOf(byId), Map.copyOf(byHost));
    }

    /** Of several the one that says the most: an exact address before those below a path, a longer path before a shorter one, then by id. */
    Optional<Connector> byService(String protocol, String serviceUrl) {
        return host(serviceUrl).flatMap(host -> byHost.getOrDefault(key(protocol, host), List.of()).stream()
                .filter(connector -> connector.accepts(serviceUrl))
                .max(Comparator.comparingInt((Connector connector) -> precision(connector, serviceUrl))
                        .thenComparing(Connector::id, Comparator.reverseOrder())));
    }

    private static Optional<String> host(String serviceUrl) {
        try {
            return Optional.ofNullable(new URI(serviceUrl).getHost()).map(host -> host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String key(String protocol, String host) {
        return protocol + " " + host;
    }

    private static int precision(Connector connector, String serviceUrl) {
        return connector.services().stream()
                .filter(pattern -> pattern.matches(serviceUrl))
                .mapToInt(Serving::precision)
                .max()
                .orElse(0);
    }

    private static int precision(ServicePattern pattern) {
        return 2 * pattern.path().length() + (pattern.below() ? 0 : 1);
    }
}
