package org.preau.core.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.Grants;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;

/** One grant that nobody can change. */
record FakeGrants(Grant only) implements Grants {
    @Override
    public Grant add(Subject by, UUID accountId, Role role, UUID structureId, @Nullable LocalDate until) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(Subject by, UUID grantId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Grant> ofAccount(UUID accountId) {
        return only.accountId().equals(accountId) ? List.of(only) : List.of();
    }

    @Override
    public Page<Grant> list(PageRequest page) {
        return new Page<>(List.of(only), 1);
    }
}
