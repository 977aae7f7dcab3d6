package org.preau.api.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;

/** The tree of structures; a structure may have several parents (circonscription, commune, RPI). Answers come from memory where they can. */
@ProviderType
public interface Structures {
    /** The structure of that id. */
    Optional<Structure> byId(UUID id);

    /** The structure of that code, in any case. */
    Optional<Structure> byCode(String code);

    /** The structure itself and everything above it. */
    Set<UUID> withAncestors(UUID id);

    /** The schools at or below a structure, by name. */
    Page<Structure> schoolsBelow(UUID id, PageRequest page);

    /** Direct children, by kind and name. */
    Page<Structure> children(UUID id, PageRequest page);

    /** The roots of the tree: academies. */
    List<Structure> roots();
}
