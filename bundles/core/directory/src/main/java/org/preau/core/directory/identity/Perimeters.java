package org.preau.core.directory.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.directory.Scope;
import org.preau.api.persistence.Rows;
import org.preau.core.directory.SqlStructures;

/** Over which structures, and so over which people, somebody may do something. Safe on any thread. */
@Component(service = Perimeters.class)
public final class Perimeters {
    private static final Texts TEXTS = Texts.of(Perimeters.class);
    private static final String PLACES =
            "select distinct structure_id from directory.placement where person_id = ? limit 100";

    private final Authorisation authorisation;
    private final Directory directory;
    private final SqlStructures structures;

    /** Takes its services. */
    @Activate
    public Perimeters(
            @Reference Authorisation authorisation,
            @Reference Directory directory,
            @Reference SqlStructures structures) {
        this.authorisation = authorisation;
        this.directory = directory;
        this.structures = structures;
    }

    /**
     * The structures over which the viewer may do it, those below included.
     *
     * @param within only this structure and those below, over which he must be allowed to
     * @return nothing for everything: the portal itself without {@code within}; an empty set for nobody
     */
    public Optional<Set<UUID>> of(Subject viewer, String action, Optional<UUID> within) {
        if (within.isPresent()) {
            authorisation.require(viewer, action, Scope.structure(within.get()));
            return Optional.of(structures.withDescendants(within.stream().toList()));
        }
        if (viewer.isSystem()) {
            return Optional.empty();
        }
        Set<UUID> tops = new HashSet<>(authorisation.perimeterOf(viewer, action));
        UUID person = viewer.personId();
        if (person != null) {
            for (Membership each : directory.scopesOf(person)) {
                if (!tops.contains(each.structureId())
                        && authorisation.allows(viewer, action, Scope.structure(each.structureId()))) {
                    tops.add(each.structureId());
                }
            }
        }
        return Optional.of(structures.withDescendants(tops));
    }

    /** Passes if the person belongs, or belonged before he left, to a structure over which this is allowed. Inside a transaction of the directory. */
    public void requirePerson(Connection connection, Subject by, String action, UUID person) throws SQLException {
        if (!allowsPerson(connection, by, action, person)) {
            throw new PortalException(ErrorCode.FORBIDDEN, TEXTS, "perimeter.outside");
        }
    }

    /** Whether the person belongs, or belonged before he left, to a structure over which this is allowed. */
    public boolean allowsPerson(Connection connection, Subject by, String action, UUID person) throws SQLException {
        if (by.isSystem()) {
            return true;
        }
        List<UUID> places = Rows.list(connection, PLACES, row -> Rows.uuid(row, "structure_id"), person);
        return places.stream().anyMatch(each -> authorisation.allows(by, action, Scope.structure(each)));
    }

    /** Whether a grant of the viewer's over an academy or above the schools allows it: the academy's own administrators. */
    public boolean fromAbove(Subject viewer, String action) {
        return viewer.isSystem()
                || structures.roots().stream()
                        .anyMatch(root -> authorisation.allows(viewer, action, Scope.structure(root.id())));
    }
}
