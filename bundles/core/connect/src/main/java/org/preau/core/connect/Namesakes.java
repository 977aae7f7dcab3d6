package org.preau.core.connect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorFinding;
import org.preau.api.connector.SsoProtocol;
import org.preau.core.connect.ConnectorRegister.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connectors that are one and the same service to their protocol: with two of them, one would get the users of the other, by its rules. None of them serves until one is changed. */
final class Namesakes {
    private static final Logger log = LoggerFactory.getLogger(Namesakes.class);

    private static final Texts TEXTS = Texts.of(ConnectorRules.class);

    private Namesakes() {}

    /** The entries, in their order; those that share the name of their service refused. */
    static List<Entry> refused(List<Entry> entries, DeployedParts parts) {
        Map<String, List<Entry>> byName = new HashMap<>();
        for (Entry entry : entries) {
            key(entry, parts).ifPresent(key -> byName.computeIfAbsent(key, unused -> new ArrayList<>())
                    .add(entry));
        }
        byName.values().removeIf(alone -> alone.size() < 2);
        return byName.isEmpty()
                ? List.copyOf(entries)
                : entries.stream()
                        .map(entry -> key(entry, parts)
                                .map(byName::get)
                                .map(all -> refused(entry, all, parts))
                                .orElse(entry))
                        .toList();
    }

    private static Entry refused(Entry entry, List<Entry> all, DeployedParts parts) {
        String others =
                all.stream().filter(other -> other != entry).map(Entry::origin).collect(Collectors.joining(", "));
        String name = serviceName(entry, parts).orElse("");
        return entry.invalid(ConnectorFinding.of(TEXTS, "namesake", "", name, others));
    }

    private static Optional<String> key(Entry entry, DeployedParts parts) {
        return serviceName(entry, parts)
                .flatMap(name -> entry.connector().map(connector -> connector.protocol() + "|" + name));
    }

    private static Optional<String> serviceName(SsoProtocol protocol, Connector connector) {
        try {
            return protocol.serviceName(connector);
        } catch (RuntimeException e) {
            log.warn("Connector {}: its protocol cannot tell its service's name", connector.id(), e);
            return Optional.empty();
        }
    }

    private static Optional<String> serviceName(Entry entry, DeployedParts parts) {
        return entry.connector().filter(unused -> entry.serves()).flatMap(connector -> parts.protocol(
                        connector.protocol())
                .flatMap(protocol -> serviceName(protocol, connector)));
    }
}
