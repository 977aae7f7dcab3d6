package org.preau.api.directory.readiness;

import java.util.List;
import java.util.UUID;

/**
 * A class of this year, as far as the portal knows it.
 *
 * @param id identifier; stays when the class is renamed
 * @param name as the school names it
 * @param pupils how many pupils it has
 * @param levels levels of its pupils, from the youngest: {@code CE1}, {@code CE2}
 * @param teachers who teaches it, by name
 * @since 1.0
 */
public record ClassReadiness(UUID id, String name, int pupils, List<String> levels, List<Teacher> teachers) {
    /** Keeps its own copies. */
    public ClassReadiness {
        levels = List.copyOf(levels);
        teachers = List.copyOf(teachers);
    }

    /**
     * Somebody who teaches a class.
     *
     * @param personId the person
     * @param name first and last name
     */
    public record Teacher(UUID personId, String name) {}
}
