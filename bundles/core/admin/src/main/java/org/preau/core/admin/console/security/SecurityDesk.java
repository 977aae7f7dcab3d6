package org.preau.core.admin.console.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Structures;
import org.preau.api.signin.Switchboard;
import org.preau.core.admin.console.Perimeters;

/** What the screen of the switchboard works with. */
@Component(service = SecurityDesk.class)
public final class SecurityDesk {
    /** Brought by what connects to services, which need not be there. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable ConnectorCatalogue catalogue;

    final Switchboard switchboard;
    final Structures structures;
    final Accounts accounts;
    final Perimeters perimeters;

    /** Made by the portal. */
    @Activate
    public SecurityDesk(
            @Reference Switchboard switchboard,
            @Reference Structures structures,
            @Reference Accounts accounts,
            @Reference Perimeters perimeters) {
        this.switchboard = switchboard;
        this.structures = structures;
        this.accounts = accounts;
        this.perimeters = perimeters;
    }

    /** The connectors there are, by name. */
    List<ConnectorStatus> connectors() {
        ConnectorCatalogue there = catalogue;
        return there == null ? List.of() : there.all();
    }
}
