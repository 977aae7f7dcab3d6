package org.preau.core.connect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.Release;
import org.preau.api.connector.ReleaseGate;
import org.preau.api.connector.ReleaseOutcome;
import org.preau.api.connector.SchoolChoice;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;

/** Computes what leaves and writes it down in one transaction: what could not be audited does not leave. */
@Component
public final class AuditedReleaseGate implements ReleaseGate {
    private final ConnectorCatalogue catalogue;
    private final Audience audience;
    private final DeployedParts parts;
    private final SqlPairwiseIdentifiers identifiers;
    private final SchoolChoice schools;
    private final Audit audit;
    private final Tx tx;

    /** Decides by these. */
    @Activate
    public AuditedReleaseGate(
            @Reference ConnectorCatalogue catalogue,
            @Reference Audience audience,
            @Reference DeployedParts parts,
            @Reference SqlPairwiseIdentifiers identifiers,
            @Reference SchoolChoice schools,
            @Reference Audit audit,
            @Reference(target = "(preau.unit=connect)") Tx tx) {
        this.catalogue = catalogue;
        this.audience = audience;
        this.parts = parts;
        this.identifiers = identifiers;
        this.schools = schools;
        this.audit = audit;
        this.tx = tx;
    }

    @Override
    public ReleaseOutcome release(PortalSession session, Connector connector, String destination) {
        if (!catalogue.byId(connector.id()).filter(connector::equals).isPresent()
                || !audience.includes(connector, session)) {
            return new ReleaseOutcome.NotForUser();
        }
        List<String> missing = parts.missing(connector);
        CategoryPolicy policy = parts.policy(connector.category()).orElse(null);
        if (policy == null || !missing.isEmpty()) {
            return new ReleaseOutcome.Unavailable(connector.id() + ": " + String.join("; ", missing));
        }
        if (!parts.protocol(connector.protocol())
                .filter(protocol -> protocol.accepts(connector, destination))
                .isPresent()) {
            throw new IllegalArgumentException("connector " + connector.id() + " has no such address: " + destination);
        }
        return tx.writeSql(connection -> {
            Release release = policy.release(connector, new SessionFacts(session, connector.id(), identifiers));
            if (!release.equals(Release.NOTHING)) {
                audit.record(
                        session.subject(),
                        "connector.release",
                        "connector:" + connector.id(),
                        details(session, connector, destination, release));
            }
            return new ReleaseOutcome.Released(release);
        });
    }

    @Override
    public Optional<String> pageBefore(PortalSession session, Connector connector, String back) {
        return schools.pageBefore(session, connector, back);
    }

    private static Map<String, String> details(
            PortalSession session, Connector connector, String destination, Release release) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("destination", withoutQuery(destination));
        details.put("category", String.valueOf(connector.category()));
        details.put("protocol", connector.protocol());
        release.userId().ifPresent(id -> details.put("identifier", id));
        details.put("attributes", String.join(",", release.attributes().keySet()));
        details.put("profile", session.context().profile().sdetCode());
        details.put("uai", session.context().uai());
        return details;
    }

    /** A query may hold the service's own secrets. */
    private static String withoutQuery(String destination) {
        return destination.split("[?#]", 2)[0];
    }
}
