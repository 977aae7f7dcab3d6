package org.preau.core.directory;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;

/** Allows everything to the portal, and to others what is on the structures named. */
final class Allowing implements Authorisation {
    final Set<UUID> structures = new HashSet<>();

    @Override
    public boolean allows(Subject subject, String action, Scope target) {
        return subject.isSystem() || structures.contains(target.id());
    }

    @Override
    public void require(Subject subject, String action, Scope target) {
        if (!allows(subject, action, target)) {
            throw new PortalException(ErrorCode.FORBIDDEN, "not here", null);
        }
    }

    @Override
    public Set<UUID> perimeterOf(Subject subject, String action) {
        return Set.copyOf(structures);
    }
}
