package org.preau.api.authorisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An administrator's right over a perimeter.
 *
 * @param id identifier
 * @param accountId who holds it
 * @param role what it allows
 * @param structureId the top of its perimeter: this structure and all below
 * @param until last day it holds, null for no end
 * @since 1.0
 */
public record Grant(UUID id, UUID accountId, Role role, UUID structureId, @Nullable LocalDate until) {}
