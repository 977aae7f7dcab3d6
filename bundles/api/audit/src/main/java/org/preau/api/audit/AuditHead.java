package org.preau.api.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * The last link of a node's chain of seals. Kept outside the database (a log, a backup, a sheet of paper) it proves later that nothing before it was changed.
 *
 * @param node whose chain
 * @param number how many seals it has
 * @param hash of the last one, SHA-256 in hexadecimal
 * @param at when that was made
 * @since 1.1
 */
public record AuditHead(UUID node, long number, String hash, Instant at) {
    /** On one line: {@code node:number:hash}. */
    public String text() {
        return node + ":" + number + ":" + hash;
    }
}
