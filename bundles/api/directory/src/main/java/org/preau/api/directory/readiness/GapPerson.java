package org.preau.api.directory.readiness;

import java.util.List;
import java.util.UUID;
import org.preau.api.base.Profile;

/**
 * A person about whom something is missing.
 *
 * @param id the person
 * @param firstName first name
 * @param lastName family name
 * @param profile what the person is in the school
 * @param classes names of the classes; for a guardian of the children's classes
 * @since 1.0
 */
public record GapPerson(UUID id, String firstName, String lastName, Profile profile, List<String> classes) {
    /** Keeps its own copy. */
    public GapPerson {
        classes = List.copyOf(classes);
    }

    /** First and last name. */
    public String displayName() {
        return (firstName + " " + lastName).strip();
    }
}
