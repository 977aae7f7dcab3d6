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
 * @param details names and values, with the personal ones that were not erased; those erased have the value {@value #ERASED}
 * @param before values before the act, where it changed any
 * @param after values after the act
 * @since 1.0
 */
public record AuditEntry(
        UUID id,
        Instant at,
        @Nullable UUID accountId,
        String action,
        String target,
        Map<String, String> details,
        Map<String, String> before,
        Map<String, String> after) {
    /** Stands where a personal detail was erased. */
    public static final String ERASED = "(erased)";

    /** Keeps its own copy of the details. */
    public AuditEntry {
        details = Map.copyOf(details);
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /** One of an act that changed no value. */
    public AuditEntry(
            UUID id, Instant at, @Nullable UUID accountId, String action, String target, Map<String, String> details) {
        this(id, at, accountId, action, target, details, Map.of(), Map.of());
    }
}
