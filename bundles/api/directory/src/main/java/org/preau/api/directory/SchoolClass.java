package org.preau.api.directory;

import java.util.UUID;

/**
 * A class (division) of a school.
 *
 * @param id identifier
 * @param structureId its school
 * @param name as the school names it: {@code CE1-CE2 A}
 * @param pupils how many pupils it has
 * @since 1.0
 */
public record SchoolClass(UUID id, UUID structureId, String name, int pupils) {}
