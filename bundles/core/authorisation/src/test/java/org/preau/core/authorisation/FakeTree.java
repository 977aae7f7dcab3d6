package org.preau.core.authorisation;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structures;

/** A small tree with people in it; answers only what authorisation asks. */
final class FakeTree {
    private final Map<UUID, UUID> parents = new HashMap<>();
    private final Map<UUID, SchoolClass> classes = new HashMap<>();
    private final Map<UUID, List<Membership>> memberships = new HashMap<>();

    UUID structure(UUID parent) {
        UUID id = UUID.randomUUID();
        parents.put(id, parent);
        return id;
    }

    UUID schoolClass(UUID school) {
        UUID id = UUID.randomUUID();
        classes.put(id, new SchoolClass(id, school, "CE1", 20));
        return id;
    }

    Subject member(Profile profile, UUID structure, UUID schoolClass) {
        UUID person = UUID.randomUUID();
        List<Membership> scopes = new ArrayList<>();
        scopes.add(new Membership(Scope.structure(structure), profile, structure, "", null));
        if (schoolClass != null) {
            scopes.add(new Membership(Scope.schoolClass(schoolClass), profile, structure, "", null));
        }
        memberships.put(person, scopes);
        return new Subject(UUID.randomUUID(), person, profile, structure);
    }

    Directory directory() {
        return only(Directory.class, (name, argument) -> switch (name) {
            case "scopesOf" -> memberships.getOrDefault(argument, List.of());
            case "schoolClass" -> Optional.ofNullable(classes.get(argument));
            default -> throw new UnsupportedOperationException(name);
        });
    }

    Structures structures() {
        return only(Structures.class, (name, argument) -> switch (name) {
            case "withAncestors" -> withAncestors((UUID) argument);
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private Set<UUID> withAncestors(UUID id) {
        Set<UUID> found = new HashSet<>();
        for (UUID at = id; at != null; at = parents.get(at)) {
            found.add(at);
        }
        return found;
    }

    private interface Answer {
        Object to(String method, Object argument);
    }

    private static <T> T only(Class<T> contract, Answer answer) {
        return contract.cast(Proxy.newProxyInstance(
                contract.getClassLoader(),
                new Class<?>[] {contract},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments[0])));
    }
}
