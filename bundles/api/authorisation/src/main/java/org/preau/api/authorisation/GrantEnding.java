package org.preau.api.authorisation;

import java.time.Instant;
import java.util.UUID;
import org.preau.api.base.PortalEvent;

/**
 * A grant will run out soon: published once for each end date, as long before as configured. Whoever tells users listens to it.
 *
 * @param grantId the grant
 * @param accountId who holds it
 * @param structureId the top of its perimeter
 * @param endsAt the first moment it holds no more
 * @since 1.0
 */
public record GrantEnding(UUID grantId, UUID accountId, UUID structureId, Instant endsAt) implements PortalEvent {}
