package org.preau.core.admin.view;

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
import org.preau.api.app.Toggles;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.api.directory.Structures;
import org.preau.core.admin.console.Waiting;

/** What every screen of the console works with. The catalogues come and go with the bundles that have them. */
@Component(service = Desk.class)
public final class Desk {
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

    /** Every connector declared. */
    List<ConnectorStatus> connectors() {
        ConnectorCatalogue catalogue = connectors;
        return catalogue == null ? List.of() : catalogue.all();
    }
}
