package org.preau.api.connector;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.LocalizedText;

/**
 * A connector that a school, a commune or the academy asks for (3113-6, 3113-8): open to nobody before the academy has looked at what would leave and accepted it, and then to those below the structure that asked.
 *
 * @param id identifier
 * @param connectorId id the connector has once it is open
 * @param name its name
 * @param template the template it is made of
 * @param structureId who asked: it can be opened to this structure and what lies below, never to others
 * @param state where it stands
 * @param reason why it was refused; empty otherwise
 * @param requestedBy account that asked; null for the portal itself
 * @param requestedAt when
 * @param checkedBy account that has looked at what would leave; null for the portal itself, or while nobody has
 * @param checkedAt when; nothing while nobody has
 * @param decidedBy account that accepted or refused; null for the portal itself, or while nobody did
 * @param decidedAt when; nothing while nobody did
 * @param openedTo the structures it is open to, with what lies below them
 * @since 1.0
 */
public record ConnectorRequest(
        UUID id,
        String connectorId,
        LocalizedText name,
        String template,
        UUID structureId,
        State state,
        String reason,
        @Nullable UUID requestedBy,
        Instant requestedAt,
        @Nullable UUID checkedBy,
        Optional<Instant> checkedAt,
        @Nullable UUID decidedBy,
        Optional<Instant> decidedAt,
        Set<UUID> openedTo) {
    /** Keeps its own copy. */
    public ConnectorRequest {
        openedTo = Set.copyOf(openedTo);
    }

    /** Where a request stands. */
    public enum State {
        /** Waits for the academy. */
        REQUESTED,
        /** May be opened. */
        ACCEPTED,
        /** Will not be. */
        REFUSED,
        /** Taken back by who asked. */
        WITHDRAWN
    }
}
