package org.preau.api.directory.identity;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;

/**
 * People as administrators read them (612C): filtered, sorted, counted and paged by the database. Only people within the perimeter over which the viewer may {@value #READ}; an empty page for others.
 *
 * @since 1.0
 */
@ProviderType
public interface People {
    /** The action of reading people for administration; its target is the structure. */
    String READ = "person.read";

    /** A page of people. */
    Page<PersonLine> list(Subject viewer, PeopleFilter filter, PageRequest page);

    /** One person, if within the viewer's perimeter; the read is audited. */
    Optional<PersonFile> file(Subject viewer, UUID personId);
}
