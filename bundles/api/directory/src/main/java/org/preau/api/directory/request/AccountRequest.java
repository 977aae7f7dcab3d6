package org.preau.api.directory.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request and what became of it.
 *
 * @param id identifier
 * @param wish what was asked for
 * @param structure name of the structure
 * @param state what became of it
 * @param askedBy account of who asked, null for the portal
 * @param askedByName his name
 * @param askedAt when
 * @param decidedBy account of who decided, null if nobody yet
 * @param decidedByName his name, or empty
 * @param decidedAt when, null if not yet
 * @param answer reason of a refusal, or empty
 * @param accountId the account made, null if none
 * @since 1.0
 */
public record AccountRequest(
        UUID id,
        AccountWish wish,
        String structure,
        RequestState state,
        @Nullable UUID askedBy,
        String askedByName,
        Instant askedAt,
        @Nullable UUID decidedBy,
        String decidedByName,
        @Nullable Instant decidedAt,
        String answer,
        @Nullable UUID accountId) {}
