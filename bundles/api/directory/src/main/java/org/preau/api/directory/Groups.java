package org.preau.api.directory;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;

/**
 * Groups made by hand, across classes and schools (611B, 614A). No feed ever touches them. Each call asks for the action {@value #EDIT} on the group's structure; only people whom the actor
 * may see can be put in. Changes are audited and publish {@link DirectoryChanged}.
 *
 * <p>Failures are {@link org.preau.api.base.PortalException}: {@code FORBIDDEN}, {@code NOT_FOUND}, {@code INVALID_INPUT}, {@code CONFLICT}.
 *
 * @since 1.0
 */
@ProviderType
public interface Groups {
    /** The action that {@code api/authorisation} is asked about. */
    String EDIT = "group.edit";

    /** Makes an empty group in a school, a project or an RPI. */
    Group create(Subject by, UUID structureId, String name);

    /** Renames it. */
    Group rename(Subject by, UUID groupId, String name);

    /** Puts people in, at most 500 at once; the act counts those who were not in yet. */
    HandAct add(Subject by, UUID groupId, Collection<UUID> people);

    /** Puts in everybody of a scope who has one of these profiles there, however many. */
    HandAct addAll(Subject by, UUID groupId, Scope scope, Set<Profile> profiles);

    /** Takes people out, at most 500 at once. */
    HandAct remove(Subject by, UUID groupId, Collection<UUID> people);

    /** Ends the group: it is no scope any more. Can be undone. */
    HandAct end(Subject by, UUID groupId);

    /** The last thing done to the group that can still be undone. */
    Optional<HandAct> lastAct(Subject by, UUID groupId);

    /** Undoes it; {@code CONFLICT} when something was done to the group since. */
    void undo(Subject by, UUID actId);

    /** A group, also one that was ended. */
    Optional<Group> byId(Subject by, UUID groupId);

    /**
     * The groups of a structure and of all below it, by name.
     *
     * @param ended also those that were ended
     */
    Page<Group> ofStructure(Subject by, UUID structureId, boolean ended, PageRequest page);

    /** Who is in, by name. */
    Page<GroupMember> members(Subject by, UUID groupId, PageRequest page);
}
