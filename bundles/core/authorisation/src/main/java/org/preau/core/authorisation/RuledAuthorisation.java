package org.preau.core.authorisation;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.authorisation.Grant;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structures;

/** Decides by the rules that bundles register: an action without a rule is nobody's. */
@Component
public final class RuledAuthorisation implements Authorisation {
    private final Directory directory;
    private final Structures structures;
    private final HeldGrants grants;
    private final Map<String, ActionRule> rules = new ConcurrentHashMap<>();

    /** Looks at memberships and grants there. */
    @Activate
    public RuledAuthorisation(
            @Reference Directory directory, @Reference Structures structures, @Reference HeldGrants grants) {
        this.directory = directory;
        this.structures = structures;
        this.grants = grants;
    }

    @Reference(
            service = ActionRule.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void bindRule(ActionRule rule) {
        rules.put(rule.action(), rule);
    }

    void unbindRule(ActionRule rule) {
        rules.remove(rule.action(), rule);
    }

    @Override
    public boolean allows(Subject subject, String action, Scope target) {
        if (subject.isSystem()) {
            return true;
        }
        ActionRule rule = rules.get(action);
        return rule != null && (asMember(subject, rule, target) || byGrant(subject, rule, target));
    }

    @Override
    public void require(Subject subject, String action, Scope target) {
        if (!allows(subject, action, target)) {
            throw new PortalException(ErrorCode.FORBIDDEN, AuthorisationTexts.TEXTS, "forbidden");
        }
    }

    @Override
    public Set<UUID> perimeterOf(Subject subject, String action) {
        UUID account = subject.accountId();
        ActionRule rule = rules.get(action);
        if (account == null || rule == null) {
            return Set.of();
        }
        Set<UUID> perimeter = new HashSet<>();
        for (Grant grant : grants.of(account)) {
            if (rule.roles().contains(grant.role())) {
                perimeter.add(grant.structureId());
            }
        }
        return Set.copyOf(perimeter);
    }

    private boolean asMember(Subject subject, ActionRule rule, Scope target) {
        UUID person = subject.personId();
        return person != null
                && directory.scopesOf(person).stream().anyMatch(membership -> covers(membership, rule, target));
    }

    private boolean covers(Membership membership, ActionRule rule, Scope target) {
        if (!rule.members().contains(membership.profile())) {
            return false;
        }
        if (membership.scope().equals(target)) {
            return target.kind() != Scope.Kind.STRUCTURE || rule.wholeSchool() || speaksForSchool(membership.profile());
        }
        return speaksForSchool(membership.profile()) && structureOf(target).contains(membership.structureId());
    }

    /** A head acts for the whole of his school, an inspector for the whole of his circonscription; a teacher for his classes. */
    private static boolean speaksForSchool(Profile profile) {
        return profile == Profile.HEAD || profile == Profile.INSPECTOR || profile == Profile.ADVISER;
    }

    private boolean byGrant(Subject subject, ActionRule rule, Scope target) {
        UUID account = subject.accountId();
        if (account == null || rule.roles().isEmpty()) {
            return false;
        }
        Set<UUID> above = structureOf(target);
        return grants.of(account).stream()
                .anyMatch(grant -> rule.roles().contains(grant.role()) && above.contains(grant.structureId()));
    }

    /** The structure that the target is or lies in, with everything above it; empty for an unknown one. */
    private Set<UUID> structureOf(Scope target) {
        return switch (target.kind()) {
            case STRUCTURE -> structures.withAncestors(target.id());
            case CLASS ->
                directory
                        .schoolClass(target.id())
                        .map(SchoolClass::structureId)
                        .map(structures::withAncestors)
                        .orElse(Set.of());
            case GROUP -> Set.of();
        };
    }
}
