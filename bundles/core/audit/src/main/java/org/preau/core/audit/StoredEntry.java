package org.preau.core.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.audit.AuditEntry;

/**
 * An entry as its tables hold it.
 *
 * @param seq its number, in order of writing
 * @param node on which node it was written, null before nodes were told apart
 */
public record StoredEntry(
        long seq,
        UUID id,
        Instant at,
        @Nullable UUID node,
        @Nullable UUID accountId,
        @Nullable UUID personId,
        @Nullable String profile,
        @Nullable UUID structureId,
        String action,
        String target,
        Map<String, String> details,
        Map<String, String> before,
        Map<String, String> after,
        List<Personal> personal) {

    /**
     * A personal detail; value and salt are null once it is erased.
     *
     * @param digest {@link EntryDigest#ofPersonal} of what it was
     */
    public record Personal(
            String name, @Nullable UUID personId, @Nullable String value, byte @Nullable [] salt, byte[] digest) {}

    /** What its readers see. */
    public AuditEntry shown() {
        Map<String, String> all = new TreeMap<>(details);
        personal.forEach(each -> {
            String value = each.value();
            all.put(each.name(), value == null ? AuditEntry.ERASED : value);
        });
        return new AuditEntry(id, at, accountId, action, target, all, before, after);
    }
}
