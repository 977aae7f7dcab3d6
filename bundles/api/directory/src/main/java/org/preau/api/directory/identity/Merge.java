package org.preau.api.directory.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A merge that was made.
 *
 * @param id identifier, by which it is undone
 * @param kept the person who stayed
 * @param gone the person who went
 * @param name names of the person who stayed, for lists
 * @param keptAccount the account that stayed, null if there was none
 * @param aliasAccount the account that became an alias of it, null if there was none
 * @param by account of who did it, null for the portal
 * @param at when
 * @param undoneAt when it was undone, null if it stands
 * @since 1.0
 */
public record Merge(
        UUID id,
        UUID kept,
        UUID gone,
        String name,
        @Nullable UUID keptAccount,
        @Nullable UUID aliasAccount,
        @Nullable UUID by,
        Instant at,
        @Nullable Instant undoneAt) {}
