package org.preau.api.authorisation;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.preau.api.base.Profile;

/**
 * Registered as a service by the bundle that owns an action: who may do it.
 *
 * <p>A subject may act where he is a member of the target with one of {@link #members}: a teacher on his classes, and on his school if {@link #wholeSchool}. A head, an inspector and an
 * adviser act on everything below the structure they belong to. Those who belong to a structure above the schools (inspector, adviser, academy, territory) act on all below it. Or when he holds a running grant of one of {@link #roles} on the target's structure or above it.
 *
 * <pre>{@code
 * @Component
 * public final class WriteNotes implements ActionRule {
 *     public String action() { return "notes.write"; }
 *     public Set<Profile> members() { return Set.of(Profile.TEACHER, Profile.HEAD); }
 * }
 *
 * authorisation.require(user.subject(), "notes.write", Scope.schoolClass(id));
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface ActionRule {
    /** Name of the action: {@code news.write}. */
    String action();

    /** Profiles that may do it where they belong. */
    Set<Profile> members();

    /** Roles of grants that allow it over their perimeter. */
    default Set<Role> roles() {
        return Set.of();
    }

    /** Whether the members may do it on their whole school too, not only on their classes. */
    default boolean wholeSchool() {
        return true;
    }

    /**
     * Whether it can be done on a group. Groups are made by hand across schools, so that what is done to the people themselves (passwords, accounts) must never be allowed through one.
     */
    default boolean onGroups() {
        return false;
    }
}
