package org.preau.api.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;

/**
 * Reads of the directory. Every read takes the viewer and gives back only what his profile may see; a list is paged by the database. The portal itself
 * ({@link Subject#SYSTEM}) sees everything.
 *
 * <p>By default a pupil sees the people of his class and the staff of his school; a guardian the staff of his children's schools and, in their classes, first names; staff everybody of their
 * structures; the holder of a grant everybody of his perimeter (614B refines it).
 *
 * @since 1.0
 */
@ProviderType
public interface Directory {
    /** The person, if the viewer may see him. */
    Optional<PersonView> person(Subject viewer, UUID personId);

    /** Where the person belongs and as what, directly; a bounded list (structures, classes, groups; through the children for a guardian). */
    List<Membership> scopesOf(UUID personId);

    /** The guardian's children, of all schools. */
    List<Child> childrenOf(UUID guardianId);

    /** The classes of a school, by name. */
    List<SchoolClass> classesOf(UUID structureId);

    /** A class. */
    Optional<SchoolClass> schoolClass(UUID classId);

    /** People of a scope with one of these profiles, by name. */
    Page<PersonView> members(Subject viewer, Scope scope, Set<Profile> profiles, PageRequest page);

    /**
     * People whose name looks like {@code text}, best match first: tolerant of accents, case, order of names and small slips.
     *
     * @param within only people of this structure; empty for all that the viewer may see
     */
    Page<PersonView> search(Subject viewer, String text, Optional<UUID> within, PageRequest page);

    /** Figures of the whole directory, or of one school. */
    DirectoryTotals totals(Optional<UUID> schoolId);

    /** Attaches a teacher to a class: the AAF of the first degree does not say who teaches where. */
    void assignTeacher(UUID classId, UUID personId);

    /** Takes the teacher off the class. */
    void unassignTeacher(UUID classId, UUID personId);
}
