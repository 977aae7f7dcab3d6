package org.preau.api.directory.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Profile;

/**
 * What an administrator may read of one person, minimised for him: keys of sources, birth date and contact data are for administrators of the academy and for the head of the person's school (621E).
 *
 * @param line the person as in lists, sources with their keys where the viewer may see them
 * @param birthDate date of birth, null if unknown or not for the viewer
 * @param email address of mail, or empty
 * @param affiliations structures the person belongs to and as what
 * @param classes classes and groups, as pupil or teacher
 * @param guardians the pupil's guardians
 * @param children the guardian's children
 * @param expires last day of an account made by hand, null for others
 * @param history the latest things done about the person or his account, newest first, at most 50
 * @since 1.0
 */
public record PersonFile(
        PersonLine line,
        @Nullable LocalDate birthDate,
        String email,
        List<Belonging> affiliations,
        List<String> classes,
        List<Relative> guardians,
        List<Relative> children,
        @Nullable LocalDate expires,
        List<AuditLine> history) {
    /**
     * That the person belongs to a structure.
     *
     * @param structureId the structure
     * @param structure its name
     * @param profile as what
     * @param functions functions, or empty
     * @param source where it comes from: {@code aaf:24}, {@code hand}
     */
    public record Belonging(UUID structureId, String structure, Profile profile, String functions, String source) {}

    /**
     * A guardian or child.
     *
     * @param personId the other person
     * @param name first and last name
     * @param linkCode code of the link in the AAF: 10 mother, 20 father…
     * @param legal whether the guardian holds parental authority
     * @param schools names of the other's schools
     */
    public record Relative(UUID personId, String name, String linkCode, boolean legal, List<String> schools) {}

    /**
     * One thing done.
     *
     * @param at when
     * @param action what: {@code person.merge}
     * @param details names and values
     */
    public record AuditLine(Instant at, String action, Map<String, String> details) {}
}
