package org.preau.testkit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.directory.Scope;

/**
 * Says no, but to what a test {@linkplain #allow allows}, and to what a {@linkplain #rule rule} allows to members of the target. Grants, and those who act from above the schools, are left to the real one.
 */
public final class FakeAuthorisation implements Authorisation {
    private final @Nullable Directory directory;
    private final Set<UUID> structures = new HashSet<>();
    private final Set<List<Object>> allowed = new HashSet<>();
    private final Map<String, ActionRule> rules = new HashMap<>();

    /** Knows nobody's membership: no {@linkplain #rule rule} allows anything. */
    public FakeAuthorisation() {
        this.directory = null;
    }

    /** Asks that directory who is a member of what. */
    public FakeAuthorisation(Directory directory) {
        this.directory = directory;
    }

    /** Allows one subject one action on one target. */
    public FakeAuthorisation allow(Subject subject, String action, Scope target) {
        allowed.add(List.of(subject, action, target));
        return this;
    }

    /** Allows everybody everything on these structures, and on no others from now on: without any, it is taken back. */
    public FakeAuthorisation everythingOn(UUID... structures) {
        this.structures.clear();
        this.structures.addAll(List.of(structures));
        return this;
    }

    /** Puts the plugin's own rule into force. */
    public FakeAuthorisation rule(ActionRule rule) {
        rules.put(rule.action(), rule);
        return this;
    }

    @Override
    public boolean allows(Subject subject, String action, Scope target) {
        return subject.isSystem()
                || structures.contains(target.id())
                || allowed.contains(List.of(subject, action, target))
                || member(subject, action, target);
    }

    @Override
    public void require(Subject subject, String action, Scope target) {
        if (!allows(subject, action, target)) {
            throw new PortalException(ErrorCode.FORBIDDEN, "not allowed: " + action + " on " + target, null);
        }
    }

    @Override
    public Set<UUID> perimeterOf(Subject subject, String action) {
        return Set.copyOf(structures);
    }

    private boolean member(Subject subject, String action, Scope target) {
        ActionRule rule = rules.get(action);
        UUID person = subject.personId();
        if (rule == null
                || person == null
                || directory == null
                || !rule.members().contains(subject.profile())) {
            return false;
        }
        if (target.kind() == Scope.Kind.GROUP && !rule.onGroups()) {
            return false;
        }
        if (target.kind() == Scope.Kind.STRUCTURE && !rule.wholeSchool()) {
            return false;
        }
        return directory.scopesOf(person).stream().map(Membership::scope).anyMatch(target::equals);
    }
}
