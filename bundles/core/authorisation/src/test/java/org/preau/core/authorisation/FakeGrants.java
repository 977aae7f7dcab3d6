package org.preau.core.authorisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.Grants;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;

/** Grants in memory, one an account. */
final class FakeGrants implements Grants {
    private final Map<UUID, Grant> held = new HashMap<>();

    void give(Subject subject, Role role, UUID structure, LocalDate until) {
        add(Subject.SYSTEM, Objects.requireNonNull(subject.accountId()), role, structure, until);
    }

    @Override
    public Grant add(Subject by, UUID accountId, Role role, UUID structureId, LocalDate until) {
        Grant grant = new Grant(UUID.randomUUID(), accountId, role, structureId, until);
        held.put(accountId, grant);
        return grant;
    }

    @Override
    public void remove(Subject by, UUID grantId) {
        held.values().removeIf(grant -> grant.id().equals(grantId));
    }

    @Override
    public List<Grant> ofAccount(UUID accountId) {
        return held.containsKey(accountId) ? List.of(held.get(accountId)) : List.of();
    }

    @Override
    public Page<Grant> list(PageRequest page) {
        return new Page<>(List.copyOf(held.values()), held.size());
    }
}
