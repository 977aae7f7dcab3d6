package org.preau.core.connect.exchange;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.Subject;
import org.preau.api.connector.Connector;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;

/** Who may look at which connector: who administers all structures of its audience, the roots for one that is for all. */
@Component(service = Integrators.class)
public final class Integrators {
    private final Authorisation authorisation;
    private final Structures structures;

    /** Decides by these. */
    @Activate
    public Integrators(@Reference Authorisation authorisation, @Reference Structures structures) {
        this.authorisation = authorisation;
        this.structures = structures;
    }

    /** Whether he may look at all of them, such as at files that are not even a connector. */
    boolean mayAll(Subject subject) {
        List<Structure> roots = structures.roots();
        return !roots.isEmpty()
                && roots.stream()
                        .allMatch(root ->
                                authorisation.allows(subject, IntegrateRule.ACTION, Scope.structure(root.id())));
    }

    /** Whether he may look at this connector. */
    boolean may(Subject subject, Connector connector) {
        List<Optional<Structure>> audience = connector.structures().contains("*")
                ? structures.roots().stream().map(Optional::of).toList()
                : connector.structures().stream().map(structures::byCode).toList();
        return !audience.isEmpty()
                && audience.stream()
                        .allMatch(structure -> structure.isPresent()
                                && authorisation.allows(
                                        subject,
                                        IntegrateRule.ACTION,
                                        Scope.structure(structure.get().id())));
    }
}
