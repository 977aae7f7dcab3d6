package org.preau.core.connect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.connector.Agreement;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.ConnectorFinding;
import org.preau.api.connector.ConnectorSwitch;
import org.preau.api.connector.Release;
import org.preau.api.connector.ReleaseGate;
import org.preau.api.connector.ReleaseOutcome;
import org.preau.api.connector.SchoolChoice;
import org.preau.api.connector.UserFacts;
import org.preau.api.directory.Structure;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.consent.Consents;
import org.preau.core.connect.consent.SqlConsents;
import org.preau.core.connect.consent.Terms;
import org.preau.core.connect.member.Members;

/** Computes what leaves and writes it down in one transaction: what could not be audited does not leave. */
@Component
public final class AuditedReleaseGate implements ReleaseGate {
    private final ConnectorCatalogue catalogue;
    private final Audience audience;
    private final DeployedParts parts;
    private final SqlPairwiseIdentifiers identifiers;
    private final DirectoryAttributes attributes;
    private final SchoolChoice schools;
    private final Consents consents;
    private final SqlConsents decisions;
    private final Members members;
    private final ConnectorSwitch suspensions;
    private final Audit audit;
    private final Tx tx;

    /** Decides by these. */
    @Activate
    public AuditedReleaseGate(
            @Reference ConnectorCatalogue catalogue,
            @Reference Audience audience,
            @Reference DeployedParts parts,
            @Reference SqlPairwiseIdentifiers identifiers,
            @Reference DirectoryAttributes attributes,
            @Reference SchoolChoice schools,
            @Reference Consents consents,
            @Reference SqlConsents decisions,
            @Reference Members members,
            @Reference ConnectorSwitch suspensions,
            @Reference Audit audit,
            @Reference(target = "(preau.unit=connect)") Tx tx) {
        this.catalogue = catalogue;
        this.audience = audience;
        this.parts = parts;
        this.identifiers = identifiers;
        this.attributes = attributes;
        this.schools = schools;
        this.consents = consents;
        this.decisions = decisions;
        this.members = members;
        this.suspensions = suspensions;
        this.audit = audit;
        this.tx = tx;
    }

    @Override
    public ReleaseOutcome release(PortalSession session, Connector connector, String destination) {
        if (!catalogue.byId(connector.id()).filter(connector::equals).isPresent()
                || !audience.includes(connector, session)) {
            return new ReleaseOutcome.NotForUser();
        }
        if (suspended(connector)) {
            return new ReleaseOutcome.Unavailable(connector.id() + " is suspended");
        }
        List<String> missing =
                parts.missing(connector).stream().map(ConnectorFinding::message).toList();
        CategoryPolicy policy = parts.policy(connector.category()).orElse(null);
        if (policy == null || !missing.isEmpty()) {
            return new ReleaseOutcome.Unavailable(connector.id() + ": " + String.join("; ", missing));
        }
        if (!parts.protocol(connector.protocol())
                .filter(protocol -> protocol.accepts(connector, destination))
                .isPresent()) {
            throw new IllegalArgumentException("connector " + connector.id() + " has no such address: " + destination);
        }
        return tx.writeSql(connection -> decided(session, connector, destination, policy));
    }

    /** The agreement, if one is needed, stays locked until what leaves is written down. */
    private ReleaseOutcome decided(
            PortalSession session, Connector connector, String destination, CategoryPolicy policy) {
        UserFacts facts = new SessionFacts(session, connector.id(), identifiers, attributes);
        Optional<Terms> terms = consents.terms(connector);
        if (terms.isEmpty()) {
            return released(session, connector, destination, policy.release(connector, facts));
        }
        Agreement agreement = decisions.locked(session.personId(), terms.get());
        if (agreement.state() != Agreement.State.GIVEN) {
            return new ReleaseOutcome.ConsentNeeded(Consents.page(connector, "/connect/" + connector.id()));
        }
        Release release = policy.release(connector, facts, agreement);
        if (!Collections.disjoint(release.attributes().keySet(), agreement.attributes())) {
            decisions.delivered(session.personId(), connector.id());
        }
        return released(session, connector, destination, release);
    }

    private ReleaseOutcome released(PortalSession session, Connector connector, String destination, Release release) {
        if (!release.equals(Release.NOTHING)) {
            audit.record(
                    session.subject(),
                    "connector.release",
                    "connector:" + connector.id(),
                    details(session, connector, destination, release));
        }
        if (release.userId().isPresent()
                && parts.protocol(connector.protocol())
                        .filter(protocol -> protocol.listsMembers(connector))
                        .isPresent()) {
            members.rows().note(session, connector);
        }
        return new ReleaseOutcome.Released(release);
    }

    @Override
    public Optional<String> pageBefore(PortalSession session, Connector connector, String back) {
        if (suspended(connector)) {
            return Optional.of("/connect/" + connector.id());
        }
        Optional<String> school = schools.pageBefore(session, connector, back);
        return school.isPresent() ? school : consents.pageBefore(session, connector, back);
    }

    @Override
    public boolean serves(Connector connector, String uai) {
        return school(connector, uai).isPresent();
    }

    @Override
    public Optional<Page<Release>> members(Connector connector, String uai, PageRequest page) {
        CategoryPolicy policy = parts.policy(connector.category()).orElse(null);
        boolean lists = parts.protocol(connector.protocol())
                .filter(protocol -> protocol.listsMembers(connector))
                .isPresent();
        return policy == null || !lists
                ? Optional.empty()
                : school(connector, uai)
                        .map(school -> tx.writeSql(
                                connection -> members.of(connector, policy, consents.terms(connector), school, page)));
    }

    private boolean suspended(Connector connector) {
        return suspensions.suspended().contains(connector.id());
    }

    private Optional<Structure> school(Connector connector, String uai) {
        boolean there = catalogue.byId(connector.id()).filter(connector::equals).isPresent()
                && parts.missing(connector).isEmpty()
                && !suspended(connector);
        return there ? audience.school(connector, uai) : Optional.empty();
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
