package org.preau.api.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail.
 *
 * @param id identifier, in order of writing
 * @param at when
 * @param accountId who, null for the portal itself
 * @param action what
 * @param target on what, {@code kind:id}
 * @param details names and values
 */
public record AuditEntry(
        UUID id, Instant at, @Nullable UUID accountId, String action, String target, Map<String, String> details) {
    /** Keeps its own copy of the details. */
    public AuditEntry {
        details = Map.copyOf(details);
    }
}
