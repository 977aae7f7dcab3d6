package org.preau.api.base;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: the account and person behind a session, in the session's context, or the portal itself.
 *
 * @param accountId the account; null for the portal itself
 * @param personId the person of that account; null for the portal itself
 * @param profile the profile of the current context; null for the portal itself
 * @param structureId the structure of the current context (a school, for most), null where there is none
 * @since 1.0
 */
public record Subject(
        @Nullable UUID accountId, @Nullable UUID personId, @Nullable Profile profile, @Nullable UUID structureId) {
    /** The portal itself: feeds, jobs, and commands typed at the console by the operator. */
    public static final Subject SYSTEM = new Subject(null, null, null, null);

    /** Whether this is the portal itself. */
    public boolean isSystem() {
        return accountId == null;
    }
}
