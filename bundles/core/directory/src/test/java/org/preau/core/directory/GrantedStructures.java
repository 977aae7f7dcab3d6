package org.preau.core.directory;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;

/** Everybody may do everything on the structures given to him, and nothing elsewhere. */
final class GrantedStructures implements Authorisation {
    private final Map<UUID, Set<UUID>> given = new HashMap<>();

    void give(Subject subject, UUID... structures) {
        given.put(account(subject), Set.of(structures));
    }

    @Override
    public boolean allows(Subject subject, String action, Scope target) {
        return subject.isSystem()
                || given.getOrDefault(account(subject), Set.of()).contains(target.id());
    }

    @Override
    public void require(Subject subject, String action, Scope target) {
        if (!allows(subject, action, target)) {
            throw new PortalException(ErrorCode.FORBIDDEN, "no", null);
        }
    }

    @Override
    public Set<UUID> perimeterOf(Subject subject, String action) {
        return given.getOrDefault(account(subject), Set.of());
    }

    private static UUID account(Subject subject) {
        UUID account = subject.accountId();
        return account == null ? new UUID(0, 0) : account;
    }
}
