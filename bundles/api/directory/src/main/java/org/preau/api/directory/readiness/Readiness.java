package org.preau.api.directory.readiness;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;

/**
 * Reads of the directory for the beginning of the year (612A): what is known and what is missing, school by school. Safe on any thread.
 *
 * @since 1.0
 */
@ProviderType
public interface Readiness {
    /** The action of reading them; its target is the school. */
    String READ = "readiness.read";

    /**
     * Figures of every open school in one query of the whole directory, which takes seconds with a million people: for jobs. Of one school it takes milliseconds. Not minimised and not authorised: figures
     * only.
     *
     * @param schoolId one school; empty for all
     */
    List<SchoolReadiness> schools(Optional<UUID> schoolId);

    /**
     * The classes of a school, by name, the empty ones too.
     *
     * @throws org.preau.api.base.PortalException {@code FORBIDDEN} unless {@link #READ} is allowed on the school
     */
    List<ClassReadiness> classes(Subject viewer, UUID schoolId);

    /**
     * The people behind a figure of a school, by name.
     *
     * @throws org.preau.api.base.PortalException {@code FORBIDDEN} unless {@link #READ} is allowed on the school
     */
    Page<GapPerson> missing(Subject viewer, UUID schoolId, Gap gap, PageRequest page);
}
