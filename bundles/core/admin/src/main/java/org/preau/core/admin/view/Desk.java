package org.preau.core.admin.view;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.app.AppCatalogue;
import org.preau.api.app.AppCatalogue.AppStatus;
import org.preau.api.app.MenuLink;
import org.preau.api.app.Toggles;
import org.preau.api.app.UserContext;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.api.directory.Structures;
import org.preau.core.admin.console.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every screen of the console works with. The catalogues come and go with the bundles that have them. */
@Component(service = Desk.class)
public final class Desk {
    private static final Logger log = LoggerFactory.getLogger(Desk.class);

    final Toggles toggles;
    final Places places;
    final Structures structures;
    final Waiting waiting;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable AppCatalogue applications;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable ConnectorCatalogue connectors;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<MenuLink> links = List.of();

    /** Made by the portal. */
    @Activate
    public Desk(
            @Reference Toggles toggles,
            @Reference Places places,
            @Reference Structures structures,
            @Reference Waiting waiting) {
        this.waiting = waiting;
        this.toggles = toggles;
        this.places = places;
        this.structures = structures;
    }

    /** Every application deployed. */
    List<AppStatus> applications() {
        AppCatalogue catalogue = applications;
        return catalogue == null ? List.of() : catalogue.all();
    }

    /** The links that bundles contribute to the console and that this user gets, by order; one that fails is left out. */
    List<MenuLink> links(UserContext user) {
        return links.stream()
                .filter(link -> link.place() == MenuLink.Place.CONSOLE && shown(link, user))
                .sorted(Comparator.comparingInt(MenuLink::order).thenComparing(MenuLink::id))
                .toList();
    }

    private static boolean shown(MenuLink link, UserContext user) {
        try {
            return link.shownTo(user);
        } catch (RuntimeException | LinkageError e) {
            log.warn("menu link {} is left out", link.id(), e);
            return false;
        }
    }

    /** Every connector declared. */
    List<ConnectorStatus> connectors() {
        ConnectorCatalogue catalogue = connectors;
        return catalogue == null ? List.of() : catalogue.all();
    }
}
