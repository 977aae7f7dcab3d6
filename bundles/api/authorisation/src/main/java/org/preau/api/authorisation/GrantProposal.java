package org.preau.api.authorisation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Profile;

/**
 * A grant that the directory suggests: nobody holds it before it is accepted.
 *
 * @param id identifier
 * @param accountId who would get it
 * @param role what it would allow
 * @param structureId the top of its perimeter
 * @param cause the function that speaks for it: {@code HEAD}, {@code INSPECTOR} or {@code ADVISER}
 * @param function the function in the source's words; may be empty
 * @param state what became of it
 * @param proposedAt since when
 * @param decidedBy account that decided; null while nobody did
 * @param decidedAt when
 * @param grantId the grant that was given, null otherwise
 * @since 1.0
 */
public record GrantProposal(
        UUID id,
        UUID accountId,
        Role role,
        UUID structureId,
        Profile cause,
        String function,
        ProposalState state,
        Instant proposedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable UUID grantId) {}
