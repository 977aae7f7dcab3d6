package org.preau.api.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the trail are wanted; all conditions hold together.
 *
 * @param accountId who acted, or on whose account ({@code account:<id>}) it was done; null for anybody
 * @param action one action ({@code connector.release}), a family ({@code connector.}), or empty for all
 * @param target one target ({@code account:0192…}), a kind of it ({@code account:}), or empty for all
 * @param from the earliest moment, null for the beginning
 * @param to the moment after the last, null for now
 * @param text words that stand somewhere in target, details or values, in any case; empty for none. Without {@code from}, the last 31 days are searched
 * @since 1.1
 */
public record AuditQuery(
        @Nullable UUID accountId,
        String action,
        String target,
        @Nullable Instant from,
        @Nullable Instant to,
        String text) {
    /** All entries. */
    public static final AuditQuery ALL = new AuditQuery(null, "", "", null, null, "");

    /** The same of one account. */
    public AuditQuery account(UUID account) {
        return new AuditQuery(account, action, target, from, to, text);
    }

    /** The same of an action or family. */
    public AuditQuery action(String prefix) {
        return new AuditQuery(accountId, prefix, target, from, to, text);
    }

    /** The same on a target or kind of target. */
    public AuditQuery target(String wanted) {
        return new AuditQuery(accountId, action, wanted, from, to, text);
    }

    /** The same between two moments. */
    public AuditQuery between(@Nullable Instant start, @Nullable Instant end) {
        return new AuditQuery(accountId, action, target, start, end, text);
    }

    /** The same with a text in it. */
    public AuditQuery text(String wanted) {
        return new AuditQuery(accountId, action, target, from, to, wanted);
    }
}
