package org.preau.api.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something done by hand to a structure or group that can be undone as long as it is the last thing done there.
 *
 * @param id identifier, for the undo
 * @param targetId the structure or group
 * @param action what was done: {@code group.add}, {@code structure.attach}…
 * @param count how many people or structures it touched
 * @param accountId who did it, null for the portal itself
 * @param at when
 * @since 1.0
 */
public record HandAct(UUID id, UUID targetId, String action, int count, @Nullable UUID accountId, Instant at) {}
