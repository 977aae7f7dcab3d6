package org.preau.api.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Subject;

/**
 * Changes the tree of structures by hand (54P, 621F): RPIs, projects, communes and circonscriptions, and which schools lie below them. Each act asks for the action {@value #EDIT} on every
 * structure it touches, is audited with what was before and after, and publishes {@link DirectoryChanged}. Names and links that a feed brought are not changed; links made by hand outlive feeds.
 *
 * <p>Failures are {@link org.preau.api.base.PortalException}: {@code FORBIDDEN}, {@code NOT_FOUND}, {@code INVALID_INPUT}, {@code CONFLICT} (a code in use, a loop, a link of a feed, a second RPI for a school).
 *
 * @since 1.0
 */
@ProviderType
public interface StructureEditor {
    /** The action that {@code api/authorisation} is asked about. */
    String EDIT = "structure.edit";

    /** Makes a structure below another. */
    Structure create(Subject by, NewStructure structure);

    /** Renames a structure that was made by hand. */
    Structure rename(Subject by, UUID structureId, String name);

    /** Puts schools (or other structures) below a structure, beside the parents they have; those that are there already are left alone. At most 500 at once. */
    HandAct attach(Subject by, UUID parentId, Collection<UUID> children);

    /** Takes them off a structure where they were put by hand. */
    HandAct detach(Subject by, UUID parentId, Collection<UUID> children);

    /** Ends a structure made by hand; its links go with it. */
    void end(Subject by, UUID structureId);

    /** The structure's links upwards and downwards (at most 500), with who made them. */
    List<StructureLink> links(Subject by, UUID structureId);

    /** The last attach, detach or rename on the structure that can still be undone. */
    Optional<HandAct> lastAct(Subject by, UUID structureId);

    /** Undoes that act; refused with {@code CONFLICT} when something was done since. */
    void undo(Subject by, UUID actId);
}
