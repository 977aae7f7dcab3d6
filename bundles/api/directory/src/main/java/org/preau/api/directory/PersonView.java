package org.preau.api.directory;

import java.util.List;
import java.util.UUID;
import org.preau.api.base.Profile;

/**
 * What a viewer may see of a person; already minimised for his profile, so that it can be shown as it is.
 *
 * @param id the person
 * @param firstName usual first name
 * @param lastName family name; for a pupil seen by other families only its initial
 * @param profile what the person is in the structure asked about
 * @param role what to show below the name: names of classes, children, function; may be empty
 * @param email professional address of staff, where the viewer may see it; else empty
 * @param hasAccount whether the person has an account
 * @since 1.0
 */
public record PersonView(
        UUID id,
        String firstName,
        String lastName,
        Profile profile,
        List<String> role,
        String email,
        boolean hasAccount) {
    /** First and last name. */
    public String displayName() {
        return (firstName + " " + lastName).strip();
    }
}
