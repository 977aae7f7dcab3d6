package org.preau.core.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.text.Collator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.persistence.Rows;

/** The whole tree of structures as it was at one moment. Immutable once read. */
final class StructureTree {
    private static final String NODES =
            "select id, kind, code, name, city from directory.structure where ended_at is null";
    private static final String EDGES = "select structure_id, parent_id from directory.structure_parent";

    private final Map<UUID, Structure> byId = new HashMap<>();
    private final Map<String, Structure> byCode = new HashMap<>();
    private final Map<UUID, List<UUID>> parents = new HashMap<>();
    private final Map<UUID, List<UUID>> children = new HashMap<>();

    /** Reads the tree. */
    StructureTree(Connection connection) throws SQLException {
        for (Structure each : Rows.list(
                connection,
                NODES,
                row -> new Structure(
                        Rows.uuid(row, "id"),
                        StructureKind.valueOf(row.getString("kind")),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("city")))) {
            byId.put(each.id(), each);
            byCode.put(each.code().toUpperCase(Locale.ROOT), each);
        }
        Rows.list(connection, EDGES, row -> {
            UUID child = Rows.uuid(row, "structure_id");
            UUID parent = Rows.uuid(row, "parent_id");
            parents.computeIfAbsent(child, unused -> new ArrayList<>(2)).add(parent);
            return children.computeIfAbsent(parent, unused -> new ArrayList<>()).add(child);
        });
    }

    Optional<Structure> byId(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Structure> byCode(String code) {
        return Optional.ofNullable(byCode.get(code.strip().toUpperCase(Locale.ROOT)));
    }

    /** The node and all above it. */
    Set<UUID> withAncestors(UUID id) {
        return reach(List.of(id), parents);
    }

    /** The nodes and all below them. */
    Set<UUID> withDescendants(Collection<UUID> ids) {
        return reach(ids, children);
    }

    /** The nodes directly above. */
    Set<UUID> parentsOf(UUID id) {
        Set<UUID> above = new LinkedHashSet<>(parents.getOrDefault(id, List.of()));
        above.removeIf(each -> !byId.containsKey(each));
        return above;
    }

    /** The RPI that the school lies in; the first by code, should there be two. */
    Optional<Structure> platformOf(UUID school) {
        return parents.getOrDefault(school, List.of()).stream()
                .map(byId::get)
                .filter(each -> each != null && each.kind() == StructureKind.RPI)
                .min(Comparator.comparing(Structure::code));
    }

    /** The other schools of the same RPI. */
    Set<UUID> sisters(UUID school) {
        Optional<Structure> platform = platformOf(school);
        if (platform.isEmpty()) {
            return Set.of();
        }
        Set<UUID> others =
                new LinkedHashSet<>(children.getOrDefault(platform.get().id(), List.of()));
        others.remove(school);
        others.removeIf(each -> !byId.containsKey(each));
        return others;
    }

    /** Direct children by kind and name. */
    List<Structure> children(UUID id) {
        Comparator<Structure> order = Comparator.comparing(Structure::kind);
        return children.getOrDefault(id, List.of()).stream()
                .map(byId::get)
                .filter(each -> each != null)
                .sorted(order.thenComparing(byName()))
                .toList();
    }

    /** Schools at or below the node, by name. */
    List<Structure> schoolsBelow(UUID id) {
        return withDescendants(List.of(id)).stream()
                .map(byId::get)
                .filter(each -> each != null && each.kind() == StructureKind.SCHOOL)
                .sorted(byName())
                .toList();
    }

    /** The academies, by name. */
    List<Structure> roots() {
        return byId.values().stream()
                .filter(each -> each.kind() == StructureKind.ACADEMY)
                .sorted(byName())
                .toList();
    }

    private static Comparator<Structure> byName() {
        Collator french = Collator.getInstance(Locale.FRENCH);
        return Comparator.comparing(Structure::name, french).thenComparing(Structure::code);
    }

    private Set<UUID> reach(Collection<UUID> from, Map<UUID, List<UUID>> edges) {
        Set<UUID> reached = new LinkedHashSet<>();
        Deque<UUID> next = new ArrayDeque<>(from);
        while (!next.isEmpty()) {
            UUID node = next.removeFirst();
            if (byId.containsKey(node) && reached.add(node)) {
                next.addAll(edges.getOrDefault(node, List.of()));
            }
        }
        return reached;
    }
}
