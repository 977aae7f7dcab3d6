package org.preau.api.directory;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;

/**
 * The tree of structures; a structure may have several parents (circonscription, commune, RPI). Answers come from memory where they can.
 *
 * @since 1.0
 */
@ProviderType
public interface Structures {
    /** The structure of that id. */
    Optional<Structure> byId(UUID id);

    /** The structure of that code, in any case. */
    Optional<Structure> byCode(String code);

    /** The structure itself and everything above it. */
    Set<UUID> withAncestors(UUID id);

    /** The schools at or below a structure, by name. */
    Page<Structure> schoolsBelow(UUID id, PageRequest page);

    /** Direct children, by kind and name. */
    Page<Structure> children(UUID id, PageRequest page);

    /** The roots of the tree: academies. */
    List<Structure> roots();

    /** The structure itself and everything below it. */
    default Set<UUID> withDescendants(UUID id) {
        Set<UUID> reached = new LinkedHashSet<>();
        Deque<UUID> next = new ArrayDeque<>(List.of(id));
        while (!next.isEmpty()) {
            UUID node = next.removeFirst();
            if (reached.add(node)) {
                Page<Structure> below = children(node, PageRequest.first(PageRequest.MAX));
                for (int seen = 0;
                        !below.items().isEmpty();
                        below = children(node, new PageRequest(seen, PageRequest.MAX))) {
                    below.items().forEach(each -> next.add(each.id()));
                    seen += below.items().size();
                }
            }
        }
        return reached;
    }

    /** The structures directly above. */
    default Set<UUID> parentsOf(UUID id) {
        Set<UUID> parents = new LinkedHashSet<>();
        for (UUID above : withAncestors(id)) {
            Page<Structure> below = children(above, PageRequest.first(PageRequest.MAX));
            if (below.items().stream().anyMatch(each -> each.id().equals(id))) {
                parents.add(above);
            }
        }
        return parents;
    }

    /** The RPI that a school is a part of, as one platform with its sister schools (54P). */
    default Optional<Structure> platformOf(UUID schoolId) {
        return withAncestors(schoolId).stream()
                .flatMap(each -> byId(each).stream())
                .filter(each -> each.kind() == StructureKind.RPI)
                .min(Comparator.comparing(Structure::code));
    }
}
