package org.preau.api.authorisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grant to be given.
 *
 * @param accountId who gets it
 * @param role what it allows
 * @param structureId the top of its perimeter
 * @param until last day it holds, null for no end
 * @param reason why, in the giver's words; at most 500 characters, may be empty
 * @since 1.0
 */
public record NewGrant(UUID accountId, Role role, UUID structureId, @Nullable LocalDate until, String reason) {}
