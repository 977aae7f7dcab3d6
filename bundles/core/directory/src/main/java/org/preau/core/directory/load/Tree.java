package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.Ids;
import org.preau.api.directory.StructureKind;
import org.preau.api.persistence.Rows;

/** The nodes of the tree by code, while a load is applied: those above the schools are made when first named. Used by one thread. */
final class Tree {
    private static final String INSERT = "insert into directory.structure (id, kind, code, name) values (?, ?, ?, ?)";
    private static final String ADD_PARENTS =
            "insert into directory.structure_parent (structure_id, parent_id) select ?, unnest(?::uuid[]) on conflict do nothing";
    private static final String DROP_PARENTS =
            """
            delete from directory.structure_parent p
             where p.structure_id = ? and p.parent_id <> all (?::uuid[])
               and coalesce(to_jsonb(p) ->> 'source', 'feed') = 'feed'
               and exists (select 1 from directory.structure d where d.id = p.parent_id and d.kind <> 'PROJECT')
            """;

    private final Connection connection;
    private final Map<String, Node> nodes = new HashMap<>();
    private final Set<UUID> made = new HashSet<>();
    private final Set<List<UUID>> placed = new HashSet<>();

    Tree(Connection connection) throws SQLException {
        this.connection = connection;
        Rows.list(
                connection,
                "select upper(code) as code, id, kind from directory.structure",
                row -> nodes.put(
                        row.getString("code"),
                        new Node(Rows.uuid(row, "id"), StructureKind.valueOf(row.getString("kind")))));
    }

    private record Node(UUID id, StructureKind kind) {}

    /** The node of that kind and code; made if it is new. Where another kind has the code (academy 24, department 24), the kind goes before it. */
    UUID node(StructureKind kind, String wanted, String name) throws SQLException {
        Node known = nodes.get(wanted.toUpperCase(Locale.ROOT));
        String code = wanted;
        if (known != null && known.kind() != kind) {
            code = kind.name().toLowerCase(Locale.ROOT) + "-" + wanted;
            known = nodes.get(code.toUpperCase(Locale.ROOT));
        }
        if (known != null) {
            return known.id();
        }
        Node added = new Node(Ids.next(), kind);
        Rows.update(connection, INSERT, added.id(), kind, code, name);
        nodes.put(code.toUpperCase(Locale.ROOT), added);
        made.add(added.id());
        return added.id();
    }

    /** Puts a node below others, beside those it has. */
    void below(UUID node, UUID parent) throws SQLException {
        if (placed.add(List.of(node, parent))) {
            Rows.update(connection, ADD_PARENTS, node, List.of(parent));
        }
    }

    /** Puts a node below these and below no others that feeds make; those that people chose stay. */
    void onlyBelow(UUID node, Collection<UUID> parents) throws SQLException {
        Rows.update(connection, ADD_PARENTS, node, parents);
        if (!made.contains(node)) {
            Rows.update(connection, DROP_PARENTS, node, parents);
        }
    }
}
