package org.preau.api.authorisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;

/**
 * Grants proposed for heads, inspectors and advisers whom the directory knows, worked out again after each feed (621A). Asks for {@link GrantRegister#GIVE}; reading for {@link GrantRegister#READ}.
 *
 * @since 1.0
 */
@ProviderType
public interface GrantProposals {
    /**
     * A decision that can be taken back in one go.
     *
     * @param id identifier
     * @param count how many proposals it decided
     * @param at when
     */
    record Decision(UUID id, int count, Instant at) {}

    /**
     * Proposals at or below a structure, the latest first.
     *
     * @param causes which functions; empty for all
     */
    Page<GrantProposal> list(
            Subject by, UUID structureId, Set<ProposalState> states, Set<Profile> causes, PageRequest page);

    /** Accepts proposals, at most 500 at once. */
    Decision accept(Subject by, Collection<UUID> proposalIds, @Nullable LocalDate until);

    /** Refuses proposals, at most 500 at once. */
    Decision refuse(Subject by, Collection<UUID> proposalIds);

    /** Accepts all that wait at or below a structure for one function. */
    Decision acceptAll(Subject by, UUID structureId, Profile cause, @Nullable LocalDate until);

    /** The last decision of this account that can still be undone. */
    Optional<Decision> lastDecision(Subject by);

    /** Takes a decision of one's own back: the grants it gave end, its proposals wait again. */
    void undo(Subject by, UUID decisionId);

    /**
     * Proposes a grant to somebody of whom the State's sign-in told a function; nothing when he holds it, or when it was proposed before. Called by counters, never by a user; waits for a decision
     * like every other.
     *
     * @since 1.0
     */
    default void propose(org.preau.api.directory.Official official) {}

    /** Works the proposals out again, now; gives how many are new. Done by itself after each feed. */
    int refresh();
}
