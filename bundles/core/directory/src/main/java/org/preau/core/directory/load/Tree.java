package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.preau.api.base.Ids;
import org.preau.api.directory.StructureKind;
import org.preau.core.directory.Sql;

/** The nodes of the tree by code, while a load is applied: those above the schools are made when first named. Used by one thread. */
final class Tree {
    private static final String INSERT = "insert into directory.structure (id, kind, code, name) values (?, ?, ?, ?)";
    private static final String NAME_CITY =
            "update directory.structure set name = ? where id = ? and name = code and name <> ?";
    private static final String ADD_PARENTS =
            "insert into directory.structure_parent (structure_id, parent_id) select ?, unnest(?::uuid[]) on conflict do nothing";
    private static final String DROP_PARENTS =
            "delete from directory.structure_parent where structure_id = ? and parent_id <> all (?::uuid[])";

    private final Connection connection;
    private final Map<String, UUID> idOfCode = new HashMap<>();

    Tree(Connection connection) throws SQLException {
        this.connection = connection;
        Sql.list(
                connection,
                "select upper(code) as code, id from directory.structure",
                row -> idOfCode.put(row.getString("code"), Sql.uuid(row, "id")));
    }

    /** The node of that code; made if it is new. */
    UUID node(StructureKind kind, String code, String name) throws SQLException {
        UUID known = idOfCode.get(code.toUpperCase(Locale.ROOT));
        if (known != null) {
            Sql.update(connection, NAME_CITY, name, known, name);
            return known;
        }
        UUID made = Ids.next();
        Sql.update(connection, INSERT, made, kind, code, name);
        idOfCode.put(code.toUpperCase(Locale.ROOT), made);
        return made;
    }

    /** Puts a node below others, beside those it has. */
    void below(UUID node, UUID parent) throws SQLException {
        Sql.update(connection, ADD_PARENTS, node, List.of(parent));
    }

    /** Puts a node below these and no others. */
    void onlyBelow(UUID node, Collection<UUID> parents) throws SQLException {
        Sql.update(connection, ADD_PARENTS, node, parents);
        Sql.update(connection, DROP_PARENTS, node, parents);
    }
}
