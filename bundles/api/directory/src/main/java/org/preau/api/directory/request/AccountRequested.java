package org.preau.api.directory.request;

import java.util.UUID;
import org.preau.api.base.PortalEvent;

/**
 * A request was made or decided.
 *
 * @param requestId the request
 * @param structureId where the person will belong
 * @param state its state now
 * @since 1.0
 */
public record AccountRequested(UUID requestId, UUID structureId, RequestState state) implements PortalEvent {}
