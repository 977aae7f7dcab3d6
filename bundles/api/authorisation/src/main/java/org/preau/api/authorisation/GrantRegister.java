package org.preau.api.authorisation;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;

/**
 * Grants as administrators see and give them (621A, 58). Giving and ending ask for the action {@value #GIVE} on the grant's structure, reading for {@value #READ}. Nobody gives more than he holds: neither a
 * role he has not got over that structure, nor longer than his own; nobody gives to himself; the last ADM of an academy cannot be ended.
 *
 * <p>Failures are {@link org.preau.api.base.PortalException}: {@code FORBIDDEN}, {@code NOT_FOUND}, {@code INVALID_INPUT}, {@code CONFLICT}.
 *
 * @since 1.0
 */
@ProviderType
public interface GrantRegister {
    /** The action of giving and ending grants. */
    String GIVE = "grant.give";

    /** The action of reading them. */
    String READ = "grant.read";

    /** Gives a grant; the same one again (account, role, structure) changes its end and reason. */
    GrantEntry give(Subject by, NewGrant grant);

    /** Changes the last day. */
    GrantEntry extend(Subject by, UUID grantId, @Nullable LocalDate until);

    /** Ends a grant at once; it stays in the history. */
    void end(Subject by, UUID grantId);

    /**
     * Grants on a structure, the latest first.
     *
     * @param below also those on what lies below it
     */
    Page<GrantEntry> ofStructure(Subject by, UUID structureId, boolean below, Set<GrantState> states, PageRequest page);

    /** An account's grants, the latest first, those on structures where the reader may read them. */
    Page<GrantEntry> ofAccount(Subject by, UUID accountId, Set<GrantState> states, PageRequest page);

    /** Running grants at or below a structure whose last day is within so many days, the soonest first. */
    Page<GrantEntry> endingWithin(Subject by, UUID structureId, int days, PageRequest page);
}
