package org.preau.core.authorisation;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.Grants;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structures;

/** Says no unless a rule and a membership, or a rule and a running grant, say yes. Safe on any thread. */
@Component
public final class DefaultAuthorisation implements Authorisation {
    private static final Texts TEXTS = Texts.of(DefaultAuthorisation.class);
    /** Those who belong to a node above the schools act on all that lies below it. */
    private static final Set<Profile> FROM_ABOVE =
            EnumSet.of(Profile.INSPECTOR, Profile.ADVISER, Profile.ACADEMY, Profile.TERRITORY);

    /** Those whom a rule can confine to their classes. */
    private static final Set<Profile> OF_CLASSES =
            EnumSet.of(Profile.TEACHER, Profile.STAFF, Profile.STUDENT, Profile.GUARDIAN);

    private final Rules rules;
    private final Grants grants;
    private final Directory directory;
    private final Structures structures;

    /** Takes its services. */
    @Activate
    public DefaultAuthorisation(
            @Reference Rules rules,
            @Reference Grants grants,
            @Reference Directory directory,
            @Reference Structures structures) {
        this.rules = rules;
        this.grants = grants;
        this.directory = directory;
        this.structures = structures;
    }

    @Override
    public boolean allows(Subject subject, String action, Scope target) {
        if (subject.isSystem()) {
            return true;
        }
        Optional<ActionRule> rule = rules.of(action);
        if (rule.isEmpty() || target.kind() == Scope.Kind.GROUP && !rule.get().onGroups()) {
            return false;
        }
        List<Membership> memberships = memberships(subject);
        Optional<UUID> structure = structureOf(target, memberships);
        return memberships.stream().anyMatch(each -> allows(rule.get(), each, target, structure))
                || structure.isPresent() && grantAllows(subject, rule.get(), structure.get());
    }

    @Override
    public void require(Subject subject, String action, Scope target) {
        if (!allows(subject, action, target)) {
            throw new PortalException(ErrorCode.FORBIDDEN, TEXTS, "forbidden");
        }
    }

    @Override
    public Set<UUID> perimeterOf(Subject subject, String action) {
        UUID account = subject.accountId();
        Optional<ActionRule> rule = rules.of(action);
        if (account == null || rule.isEmpty()) {
            return Set.of();
        }
        Set<UUID> perimeter = new HashSet<>();
        for (Grant grant : grants.ofAccount(account)) {
            if (rule.get().roles().contains(grant.role())) {
                perimeter.add(grant.structureId());
            }
        }
        return Set.copyOf(perimeter);
    }

    private boolean allows(ActionRule rule, Membership membership, Scope target, Optional<UUID> structure) {
        Profile profile = membership.profile();
        if (!rule.members().contains(profile)) {
            return false;
        }
        if (membership.scope().equals(target)) {
            return target.kind() != Scope.Kind.STRUCTURE || rule.wholeSchool() || !OF_CLASSES.contains(profile);
        }
        if (membership.scope().kind() != Scope.Kind.STRUCTURE || structure.isEmpty()) {
            return false;
        }
        if (profile == Profile.HEAD) {
            return structure.get().equals(membership.structureId());
        }
        return FROM_ABOVE.contains(profile)
                && structures.withAncestors(structure.get()).contains(membership.structureId());
    }

    private boolean grantAllows(Subject subject, ActionRule rule, UUID structure) {
        UUID account = subject.accountId();
        if (account == null || rule.roles().isEmpty()) {
            return false;
        }
        List<Grant> held = grants.ofAccount(account);
        return !held.isEmpty()
                && held.stream()
                        .filter(grant -> rule.roles().contains(grant.role()))
                        .anyMatch(grant -> structures.withAncestors(structure).contains(grant.structureId()));
    }

    private List<Membership> memberships(Subject subject) {
        UUID person = subject.personId();
        return person == null ? List.of() : directory.scopesOf(person);
    }

    private Optional<UUID> structureOf(Scope target, List<Membership> memberships) {
        if (target.kind() == Scope.Kind.STRUCTURE) {
            return Optional.of(target.id());
        }
        return memberships.stream()
                .filter(each -> each.scope().equals(target))
                .map(Membership::structureId)
                .findFirst()
                .or(() -> directory.schoolClass(target.id()).map(SchoolClass::structureId));
    }
}
