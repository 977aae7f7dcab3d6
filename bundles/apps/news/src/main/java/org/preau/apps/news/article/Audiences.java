package org.preau.apps.news.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.UserContext;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;
import org.preau.api.signin.PortalSession.Context;

/** Whose news a user reads, and for whom he may write; from the directory, in the user's present context. */
@Component(service = Audiences.class)
public final class Audiences {
    private static final int MOST_SCHOOLS = 200;

    private final Directory directory;
    private final Structures structures;
    private final Authorisation authorisation;

    /** Made by the portal. */
    @Activate
    public Audiences(
            @Reference Directory directory, @Reference Structures structures, @Reference Authorisation authorisation) {
        this.directory = directory;
        this.structures = structures;
        this.authorisation = authorisation;
    }

    /** What the user can read: what is {@linkplain #addressedTo addressed} to him; for a head every class of the school too. */
    public Audience readBy(UserContext user) {
        Context context = user.session().context();
        if (context.profile() != Profile.HEAD) {
            return addressedTo(user);
        }
        Map<UUID, String> labels = new LinkedHashMap<>(addressedTo(user).labels());
        directory.classesOf(context.structureId()).forEach(each -> labels.put(each.id(), each.name()));
        return new Audience(labels);
    }

    /** What waits for the user: of his classes and groups, his school and what lies above it; for a guardian of the child looked at, or of all his children. */
    public Audience addressedTo(UserContext user) {
        Map<UUID, String> labels = new LinkedHashMap<>();
        for (Membership membership : memberships(user)) {
            labels.put(membership.scope().id(), membership.label());
            if (membership.scope().kind() == Scope.Kind.STRUCTURE) {
                above(membership.structureId(), labels);
            }
        }
        Context context = user.session().context();
        labels.putIfAbsent(context.structureId(), context.structureName());
        above(context.structureId(), labels);
        return new Audience(labels);
    }

    /** For whom the user may write, his classes first. */
    public List<Choice> writableBy(UserContext user) {
        Map<Scope, String> candidates = new LinkedHashMap<>();
        List<Membership> memberships = memberships(user);
        memberships.stream()
                .filter(membership -> membership.scope().kind() != Scope.Kind.STRUCTURE)
                .forEach(membership -> candidates.put(membership.scope(), membership.label()));
        Context context = user.session().context();
        if (context.profile() == Profile.HEAD) {
            directory
                    .classesOf(context.structureId())
                    .forEach(each -> candidates.put(Scope.schoolClass(each.id()), each.name()));
        }
        memberships.stream()
                .filter(membership -> membership.scope().kind() == Scope.Kind.STRUCTURE)
                .forEach(membership -> candidates.put(membership.scope(), membership.label()));
        for (UUID top : authorisation.perimeterOf(user.subject(), WriteRule.WRITE)) {
            structures.byId(top).ifPresent(each -> candidates.putIfAbsent(Scope.structure(top), each.name()));
            for (Structure school : structures
                    .schoolsBelow(top, PageRequest.first(MOST_SCHOOLS))
                    .items()) {
                candidates.putIfAbsent(Scope.structure(school.id()), name(school));
            }
        }
        List<Choice> choices = new ArrayList<>();
        candidates.forEach((scope, label) -> {
            if (authorisation.allows(user.subject(), WriteRule.WRITE, scope)) {
                choices.add(new Choice(scope, label));
            }
        });
        return choices;
    }

    /** Whether there is anybody the user may write for. */
    public boolean mayWrite(UserContext user) {
        return memberships(user).stream()
                        .anyMatch(each -> authorisation.allows(user.subject(), WriteRule.WRITE, each.scope()))
                || !authorisation.perimeterOf(user.subject(), WriteRule.WRITE).isEmpty();
    }

    /** The name of any scope, for who is not a member of it: empty when it is gone. */
    public String nameOf(Scope scope) {
        return switch (scope.kind()) {
            case STRUCTURE -> structures.byId(scope.id()).map(Structure::name).orElse("");
            case CLASS ->
                directory.schoolClass(scope.id()).map(each -> each.name()).orElse("");
            case GROUP -> "";
        };
    }

    private List<Membership> memberships(UserContext user) {
        Context context = user.session().context();
        return directory.scopesOf(user.session().personId()).stream()
                .filter(membership -> inContext(membership, context))
                .toList();
    }

    private static boolean inContext(Membership membership, Context context) {
        if (context.profile() == Profile.GUARDIAN) {
            return membership.profile() == Profile.GUARDIAN
                    && (context.childId() == null || context.childId().equals(membership.childId()));
        }
        return membership.profile() != Profile.GUARDIAN
                && membership.structureId().equals(context.structureId());
    }

    private void above(UUID structureId, Map<UUID, String> labels) {
        for (UUID id : structures.withAncestors(structureId)) {
            if (!labels.containsKey(id)) {
                structures.byId(id).ifPresent(structure -> labels.put(id, structure.name()));
            }
        }
    }

    private static String name(Structure school) {
        return school.city().isBlank() ? school.name() : school.name() + " (" + school.city() + ")";
    }
}
