package org.preau.core.shell;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.app.HomeNotices;
import org.preau.api.app.Toggles;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.containment.Containment;
import org.preau.api.directory.Directory;
import org.preau.api.notification.Notifications;
import org.preau.api.pages.Charter;
import org.preau.api.pages.Pages;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSessions;
import org.preau.api.supervision.Faults;

/**
 * The parts of the portal that the shell asks, as they are now. All of them may be away: while the database starts, or while one is updated; the shell stays, because its going would end every open page. This
 * is why these references are dynamic.
 */
@Component(service = Neighbours.class)
public class Neighbours {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable PortalSessions sessions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Directory directory;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable ConnectorCatalogue connectors;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Toggles toggles;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Faults faults;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Pages pages;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Charter charter;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Notifications notifications;

    @Reference(
            target = "(preau.unit=shell)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Tx tx;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Containment containment;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<HomeNotices> notices = List.of();

    /** Called by the component runtime. */
    @Activate
    public Neighbours() {}

    /** Those who have something to tell at the top of home pages. */
    public List<HomeNotices> notices() {
        return notices;
    }

    /** The portal's sessions. */
    public Optional<PortalSessions> sessions() {
        return Optional.ofNullable(sessions);
    }

    /** The directory. */
    public Optional<Directory> directory() {
        return Optional.ofNullable(directory);
    }

    /** The connectors. */
    public Optional<ConnectorCatalogue> connectors() {
        return Optional.ofNullable(connectors);
    }

    /** What is switched off. */
    public Optional<Toggles> toggles() {
        return Optional.ofNullable(toggles);
    }

    /** The pages outside the user interface. */
    public Optional<Pages> pages() {
        return Optional.ofNullable(pages);
    }

    /** The academy's name and colours. */
    public Optional<Charter> charter() {
        return Optional.ofNullable(charter);
    }

    /** What people were told. */
    public Optional<Notifications> notifications() {
        return Optional.ofNullable(notifications);
    }

    /** The shell's own data. */
    public Optional<Tx> tx() {
        return Optional.ofNullable(tx);
    }

    /** What stands between the shell and the code of applications. */
    public Containment containment() {
        return Containment.orNone(containment);
    }

    /** Notes a fault; gives the reference to show. */
    public String fault(String part, Throwable cause) {
        Faults known = faults;
        if (known == null) {
            org.slf4j.LoggerFactory.getLogger(Neighbours.class).error("{} failed", part, cause);
            return "";
        }
        return known.report(part, cause);
    }
}
