package org.preau.core.connect.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.Scope;
import org.preau.api.signin.PortalSession;
import org.preau.testkit.SilentDirectory;

/** The people of schools, in memory. */
public final class FakeDirectory extends SilentDirectory {
    private final Map<UUID, List<PersonView>> members = new HashMap<>();

    /** The session's person belongs to the school he is in. */
    public void join(PortalSession session) {
        members.computeIfAbsent(session.context().structureId(), unused -> new ArrayList<>())
                .add(new PersonView(
                        session.personId(),
                        session.firstName(),
                        session.lastName(),
                        session.context().profile(),
                        List.of(),
                        "",
                        true));
    }

    /** He has left it. */
    public void leave(PortalSession session) {
        members.getOrDefault(session.context().structureId(), List.of())
                .removeIf(person -> person.id().equals(session.personId()));
    }

    @Override
    public Page<PersonView> members(Subject viewer, Scope scope, Set<Profile> profiles, PageRequest page) {
        List<PersonView> all = members.getOrDefault(scope.id(), List.of()).stream()
                .filter(person -> profiles.contains(person.profile()))
                .toList();
        int from = Math.min(page.offset(), all.size());
        return new Page<>(all.subList(from, Math.min(from + page.limit(), all.size())), all.size());
    }
}
