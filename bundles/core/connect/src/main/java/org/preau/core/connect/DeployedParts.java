package org.preau.core.connect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.base.Texts;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorFinding;
import org.preau.api.connector.SsoProtocol;
import org.preau.api.containment.Contained;
import org.preau.api.containment.Containment;
import org.preau.api.containment.Door;
import org.preau.api.containment.StoppedPluginException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The categories and protocols whose bundles are there now. Safe on any thread. */
@Component(service = DeployedParts.class)
public final class DeployedParts {
    private static final Logger log = LoggerFactory.getLogger(DeployedParts.class);
    private static final Texts TEXTS = Texts.of(ConnectorRules.class);

    /** Keys that only say something of the connector, for the catalogue. */
    private static final Set<String> ABOUT = Set.of("template", "offered.by", "since", "checked");

    private final Collection<Ranked<CategoryPolicy>> policies = new CopyOnWriteArrayList<>();
    private final Collection<Ranked<SsoProtocol>> protocols = new CopyOnWriteArrayList<>();
    private final ChangeNotices notices;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Containment containment;

    /** Starts with nothing. */
    @Activate
    public DeployedParts(@Reference ChangeNotices notices) {
        this.notices = notices;
    }

    /** The policy of that category, while its bundle is there. */
    public Optional<CategoryPolicy> policy(int category) {
        return first(policies, String.valueOf(category))
                .map(policy -> Contained.of(containment(), CategoryPolicy.class, policy, Door.POLICY));
    }

    /** The protocol of that name, while its bundle is there. */
    public Optional<SsoProtocol> protocol(String name) {
        return first(protocols, name)
                .map(protocol -> Contained.of(containment(), SsoProtocol.class, protocol, Door.PROTOCOL));
    }

    /** What the connector needs and is not there, for the operator; empty when it can be used. */
    public List<ConnectorFinding> missing(Connector connector) {
        List<ConnectorFinding> missing = new ArrayList<>();
        if (policy(connector.category()).isEmpty()) {
            missing.add(ConnectorFinding.of(TEXTS, "category-away", "category", String.valueOf(connector.category())));
        }
        if (protocol(connector.protocol()).isEmpty()) {
            missing.add(ConnectorFinding.of(TEXTS, "protocol-away", "protocol", connector.protocol()));
        }
        return List.copyOf(missing);
    }

    /** What its category and its protocol find wrong with it, as far as they are there. */
    public List<ConnectorFinding> wrong(Connector connector) {
        List<ConnectorFinding> wrong = new ArrayList<>();
        policy(connector.category()).ifPresent(policy -> wrong.addAll(told(() -> policy.findings(connector))));
        protocol(connector.protocol()).ifPresent(protocol -> wrong.addAll(told(() -> protocol.findings(connector))));
        return wrong.stream().distinct().toList();
    }

    /** A part that is stopped says nothing, and one may stumble over a value: that is no reason to lose the other connectors. */
    private static List<ConnectorFinding> told(Supplier<List<ConnectorFinding>> findings) {
        try {
            return findings.get();
        } catch (StoppedPluginException e) {
            return List.of(ConnectorFinding.of(TEXTS, "part-stopped", "", e.plugin()));
        } catch (RuntimeException e) {
            log.warn("A connector cannot be checked", e);
            return List.of(ConnectorFinding.of(TEXTS, "part-fails", "", String.valueOf(e.getMessage())));
        }
    }

    private Containment containment() {
        return Containment.orNone(containment);
    }

    /** Keys that its category and its protocol read, as far as they are there. */
    Set<String> read(Connector connector) {
        Set<String> read = new TreeSet<>(ABOUT);
        policy(connector.category()).ifPresent(policy -> read.addAll(policy.settings()));
        protocol(connector.protocol()).ifPresent(protocol -> read.addAll(protocol.settings()));
        return read;
    }

    /** The protocol that reads that key, of those that are there. */
    Optional<String> readerOf(String key) {
        return protocols.stream()
                .filter(protocol -> protocol.service().settings().contains(key))
                .map(Ranked::key)
                .sorted()
                .findFirst();
    }

    /** Keys that neither its category nor its protocol reads; nothing while one of them is not there to tell. */
    public Set<String> unread(Connector connector) {
        if (!missing(connector).isEmpty()) {
            return Set.of();
        }
        Set<String> unread = new TreeSet<>(connector.settings().keySet());
        unread.removeAll(read(connector));
        return unread;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addPolicy(CategoryPolicy policy, Map<String, ?> properties) {
        add(policies, Ranked.of(String.valueOf(policy.category()), policy, properties), "category");
    }

    void removePolicy(CategoryPolicy policy) {
        remove(policies, policy, "category");
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addProtocol(SsoProtocol protocol, Map<String, ?> properties) {
        add(protocols, Ranked.of(protocol.name(), protocol, properties), "protocol");
    }

    void removeProtocol(SsoProtocol protocol) {
        remove(protocols, protocol, "protocol");
    }

    private static <T> Optional<T> first(Collection<Ranked<T>> parts, String key) {
        return parts.stream()
                .filter(ranked -> ranked.key().equals(key))
                .min(Ranked::compareTo)
                .map(Ranked::service);
    }

    private <T> void add(Collection<Ranked<T>> parts, Ranked<T> part, String kind) {
        if (first(parts, part.key()).isPresent()) {
            log.warn("Two services bring {} {}: the one of higher ranking serves, remove the other", kind, part.key());
        }
        parts.add(part);
        notices.publish(kind + ":" + part.key());
    }

    private <T> void remove(Collection<Ranked<T>> parts, T service, String kind) {
        for (Ranked<T> part : parts) {
            if (part.service() == service && parts.remove(part)) {
                notices.publish(kind + ":" + part.key());
            }
        }
    }
}
