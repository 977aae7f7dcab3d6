package org.preau.core.connect.request;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.connector.ConnectorRequest;
import org.preau.api.connector.ConnectorRequests;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;

/** Who may do what with a request. */
final class RequestRights {
    private static final Texts TEXTS = Texts.of(DefaultConnectorRequests.class);

    private final Authorisation authorisation;
    private final Structures structures;

    RequestRights(Authorisation authorisation, Structures structures) {
        this.authorisation = authorisation;
        this.structures = structures;
    }

    /** Whether he may know of it: he may ask there, or open something below. */
    boolean sees(Subject by, ConnectorRequest request) {
        return authorisation.allows(by, ConnectorRequests.REQUEST, Scope.structure(request.structureId()))
                || authorisation.perimeterOf(by, ConnectorRequests.OPEN).stream()
                        .anyMatch(each -> below(request, each))
                || opensHere(by, request);
    }

    /** Where he may open it, the widest first: at the structure that asked, in his perimeters, at the school he is the head of. */
    Optional<UUID> opensAt(Subject by, ConnectorRequest request) {
        if (mayOpen(by, request.structureId())) {
            return Optional.of(request.structureId());
        }
        return authorisation.perimeterOf(by, ConnectorRequests.OPEN).stream()
                .filter(each -> below(request, each))
                .findFirst()
                .or(() -> Optional.ofNullable(by.structureId()).filter(unused -> opensHere(by, request)));
    }

    /** Whether he opens and closes connectors at that structure. */
    boolean mayOpen(Subject by, UUID structure) {
        return authorisation.allows(by, ConnectorRequests.OPEN, Scope.structure(structure));
    }

    /** The head of a school below. */
    private boolean opensHere(Subject by, ConnectorRequest request) {
        UUID here = by.structureId();
        return here != null
                && below(request, here)
                && authorisation.allows(by, ConnectorRequests.OPEN, Scope.structure(here));
    }

    /** The academies above the structure that asked decide. One that lies below none is nobody's to validate. */
    void requireAcademy(Subject by, ConnectorRequest request) {
        Set<UUID> above = structures.withAncestors(request.structureId());
        Set<UUID> academies = structures.roots().stream()
                .map(Structure::id)
                .filter(above::contains)
                .collect(Collectors.toSet());
        if (academies.isEmpty() && !by.isSystem()) {
            throw new PortalException(ErrorCode.FORBIDDEN, TEXTS, "error.unknown");
        }
        academies.forEach(each -> authorisation.require(by, ConnectorRequests.VALIDATE, Scope.structure(each)));
    }

    /** Never to a structure that is not the one that asked or below it, whoever wants it (3113-8). */
    void requireOpen(Subject by, ConnectorRequest request, UUID structure) {
        if (!below(request, structure)) {
            throw new PortalException(ErrorCode.FORBIDDEN, TEXTS, "error.elsewhere");
        }
        authorisation.require(by, ConnectorRequests.OPEN, Scope.structure(structure));
    }

    private boolean below(ConnectorRequest request, UUID structure) {
        return structures.withAncestors(structure).contains(request.structureId());
    }
}
