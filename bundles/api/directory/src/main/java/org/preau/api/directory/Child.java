package org.preau.api.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A guardian's child.
 *
 * @param personId the pupil
 * @param firstName first name
 * @param lastName family name
 * @param structureId the child's school
 * @param classId the child's class, if known
 * @param className its name, or empty
 * @since 1.0
 */
public record Child(
        UUID personId, String firstName, String lastName, UUID structureId, @Nullable UUID classId, String className) {}
