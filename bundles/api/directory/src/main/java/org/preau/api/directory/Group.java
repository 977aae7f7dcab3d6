package org.preau.api.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group made by hand in a school or a project. Its {@link Scope} is of kind {@code GROUP}.
 *
 * @param id identifier
 * @param structureId the school, project, RPI… it was made in
 * @param name as shown
 * @param members how many people were put in, guardians who belong through their children not counted
 * @param endedAt when it was ended, null while it lives
 * @since 1.0
 */
public record Group(UUID id, UUID structureId, String name, int members, @Nullable Instant endedAt) {}
