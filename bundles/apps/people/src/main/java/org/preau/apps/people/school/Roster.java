package org.preau.apps.people.school;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.UserContext;
import org.preau.api.base.Profile;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.signin.PortalSession.Context;

/** Which classes a user may open: his own; for staff every class of the school. */
@Component(service = Roster.class)
public final class Roster {
    private final Directory directory;

    /** Made by the portal. */
    @Activate
    public Roster(@Reference Directory directory) {
        this.directory = directory;
    }

    /** The user's own classes in his context: of all his children, or of the one looked at, for a guardian. */
    public List<SchoolClass> own(UserContext user) {
        Map<UUID, SchoolClass> classes = new LinkedHashMap<>();
        for (Membership membership : directory.scopesOf(user.session().personId())) {
            if (membership.scope().kind() == Scope.Kind.CLASS
                    && inContext(membership, user.session().context())) {
                directory
                        .schoolClass(membership.scope().id())
                        .ifPresent(schoolClass -> classes.put(schoolClass.id(), schoolClass));
            }
        }
        return List.copyOf(classes.values());
    }

    /** The other classes of the school, for its staff; empty for families. */
    public List<SchoolClass> others(UserContext user) {
        if (user.profile().isFamily()) {
            return List.of();
        }
        Set<UUID> own = new HashSet<>();
        own(user).forEach(each -> own.add(each.id()));
        List<SchoolClass> others =
                new ArrayList<>(directory.classesOf(user.session().context().structureId()));
        others.removeIf(each -> own.contains(each.id()));
        return others;
    }

    /** The schools whose staff the user looks at, with their names: of his context; for a guardian those of the children looked at. */
    public Map<UUID, String> schools(UserContext user) {
        Context context = user.session().context();
        Map<UUID, String> schools = new LinkedHashMap<>();
        if (context.profile() == Profile.GUARDIAN) {
            for (Membership membership : directory.scopesOf(user.session().personId())) {
                if (membership.scope().kind() == Scope.Kind.STRUCTURE && inContext(membership, context)) {
                    schools.put(membership.scope().id(), membership.label());
                }
            }
        }
        schools.putIfAbsent(context.structureId(), context.structureName());
        return schools;
    }

    private static boolean inContext(Membership membership, Context context) {
        if (context.profile() == Profile.GUARDIAN) {
            return membership.profile() == Profile.GUARDIAN
                    && (context.childId() == null || context.childId().equals(membership.childId()));
        }
        return membership.profile() != Profile.GUARDIAN
                && membership.structureId().equals(context.structureId());
    }
}
