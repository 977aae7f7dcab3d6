package org.preau.core.connect;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorDeclaration;
import org.preau.api.connector.ConnectorFinding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connectors that bundles bring. A bundle whose declaration throws or breaks the rules is reported and harms nobody. Safe on any thread. */
@Component(service = Declarations.class)
public final class Declarations {
    private static final Logger log = LoggerFactory.getLogger(Declarations.class);
    private static final Texts TEXTS = Texts.of(ConnectorRules.class);

    private final Map<ServiceReference<ConnectorDeclaration>, Declared> declared = new ConcurrentHashMap<>();
    private final ChangeNotices notices;

    /** Starts with nothing. */
    @Activate
    public Declarations(@Reference ChangeNotices notices) {
        this.notices = notices;
    }

    /**
     * What a bundle declares.
     *
     * @param bundle its symbolic name
     * @param version its version
     * @param id the connector's id, or the bundle's name when it could not be asked
     * @param connector the connector, unless something is wrong with it
     * @param findings what its author should mend
     */
    public record Declared(
            String bundle, String version, String id, Optional<Connector> connector, List<ConnectorFinding> findings) {}

    /** What bundles declare, by bundle; wrong ones too. */
    public List<Declared> all() {
        return declared.values().stream()
                .sorted(Comparator.comparing(Declared::bundle).thenComparing(Declared::id))
                .toList();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDeclaration(ConnectorDeclaration declaration, ServiceReference<ConnectorDeclaration> reference) {
        Bundle bundle = reference.getBundle();
        Declared asked = ask(declaration, bundle.getSymbolicName(), String.valueOf(bundle.getVersion()));
        asked.findings().forEach(finding -> log.error("Connector of bundle {}: {}", asked.bundle(), finding.message()));
        declared.put(reference, asked);
        notices.publish("connector:" + asked.id());
    }

    void removeDeclaration(ServiceReference<ConnectorDeclaration> reference) {
        Declared gone = declared.remove(reference);
        if (gone != null) {
            notices.publish("connector:" + gone.id());
        }
    }

    private static Declared ask(ConnectorDeclaration declaration, String bundle, String version) {
        try {
            Connector connector = declaration.connector();
            List<ConnectorFinding> broken = ConnectorRules.broken(connector);
            return new Declared(
                    bundle,
                    version,
                    connector.id(),
                    broken.isEmpty() ? Optional.of(connector) : Optional.empty(),
                    broken);
        } catch (RuntimeException | LinkageError e) {
            return new Declared(
                    bundle,
                    version,
                    bundle,
                    Optional.empty(),
                    List.of(ConnectorFinding.of(TEXTS, "declaration", "", e.toString())));
        }
    }
}
