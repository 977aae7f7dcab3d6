package org.preau.core.connect.testing;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;

/** Grants in memory: what was granted to an account on a structure holds for all below it. The portal itself may do everything. */
public final class FakeAuthorisation implements Authorisation {
    private final FakeStructures structures;
    private final Set<Granted> granted = new HashSet<>();

    private record Granted(@Nullable UUID account, String action, UUID structure) {}

    /** Over that tree. */
    public FakeAuthorisation(FakeStructures structures) {
        this.structures = structures;
    }

    /** He may do these on a structure and below. */
    public void grant(Subject subject, UUID structure, String... actions) {
        for (String action : actions) {
            granted.add(new Granted(subject.accountId(), action, structure));
        }
    }

    @Override
    public boolean allows(Subject subject, String action, Scope target) {
        return subject.isSystem()
                || structures.withAncestors(target.id()).stream()
                        .anyMatch(above -> granted.contains(new Granted(subject.accountId(), action, above)));
    }

    @Override
    public void require(Subject subject, String action, Scope target) {
        if (!allows(subject, action, target)) {
            throw new PortalException(ErrorCode.FORBIDDEN, action + " is not allowed", null);
        }
    }

    @Override
    public Set<UUID> perimeterOf(Subject subject, String action) {
        return granted.stream()
                .filter(each -> each.action().equals(action) && Objects.equals(each.account(), subject.accountId()))
                .map(Granted::structure)
                .collect(Collectors.toSet());
    }
}
