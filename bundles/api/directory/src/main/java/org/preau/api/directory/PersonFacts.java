package org.preau.api.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Profile;

/**
 * What the directory knows of one person that may be given to a service with his agreement.
 *
 * @param personId the person
 * @param lastName family name
 * @param firstName usual first name
 * @param birthName name at birth, or empty
 * @param title civility, or empty
 * @param birthDate date of birth, null if unknown
 * @param email address of mail, or empty
 * @param level a pupil's level, or empty
 * @param classes the classes and groups he is in or teaches; not those of a guardian's children
 * @since 1.0
 */
public record PersonFacts(
        UUID personId,
        String lastName,
        String firstName,
        String birthName,
        String title,
        @Nullable LocalDate birthDate,
        String email,
        String level,
        List<InClass> classes) {
    /** Keeps its own copy. */
    public PersonFacts {
        classes = List.copyOf(classes);
    }

    /**
     * That he is in a class or group, or teaches it.
     *
     * @param structureId the school
     * @param name name of the class or group
     * @param profile as what
     * @param group whether it is a group
     */
    public record InClass(UUID structureId, String name, Profile profile, boolean group) {}
}
