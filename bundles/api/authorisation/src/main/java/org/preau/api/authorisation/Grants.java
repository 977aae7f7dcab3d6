package org.preau.api.authorisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;

/**
 * Administrators' grants; each change is audited and published as {@link GrantsChanged}.
 *
 * @since 1.0
 */
@ProviderType
public interface Grants {
    /** Gives a grant; the same one again changes its end only. */
    Grant add(Subject by, UUID accountId, Role role, UUID structureId, @Nullable LocalDate until);

    /** Ends a grant at once. */
    void remove(Subject by, UUID grantId);

    /** The running grants of an account. */
    List<Grant> ofAccount(UUID accountId);

    /** All grants, the latest first. */
    Page<Grant> list(PageRequest page);
}
