package org.preau.api.demo;

import java.util.List;
import java.util.UUID;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;

/**
 * The demonstration schools.
 *
 * @param schools the schools
 * @since 1.0
 */
public record DemoWorld(List<School> schools) {
    /**
     * A demonstration school.
     *
     * @param structureId the school
     * @param name its name
     * @param classes its classes with their teacher
     * @param head who heads it
     */
    public record School(UUID structureId, String name, List<SchoolClass> classes, Subject head) {}

    /**
     * A class.
     *
     * @param id the class
     * @param name its name
     * @param teacher who teaches it, as the subject of contents
     */
    public record SchoolClass(UUID id, String name, Subject teacher) {}

    /** A subject of the demonstration. */
    public static Subject subject(UUID accountId, UUID personId, Profile profile, UUID structureId) {
        return new Subject(accountId, personId, profile, structureId);
    }
}
