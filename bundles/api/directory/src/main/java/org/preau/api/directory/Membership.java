package org.preau.api.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Profile;

/**
 * That a person belongs to a scope, and as what.
 *
 * @param scope the structure, class or group
 * @param profile as what: a guardian belongs as {@code GUARDIAN} to the school and class of each of his children
 * @param structureId the structure that the scope lies in (itself for a structure)
 * @param label name of the structure, class or group, for choices
 * @param childId for a guardian, the child through whom he belongs
 * @since 1.0
 */
public record Membership(Scope scope, Profile profile, UUID structureId, String label, @Nullable UUID childId) {}
