package org.preau.core.directory.structure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.StructureLink;
import org.preau.api.persistence.Rows;

/** Rows of structures and of the links between them. */
final class StructureRows {
    private static final int MOST_LINKS = 500;
    private static final String COLUMNS = "s.id, s.kind, s.code, s.name, s.city, s.by_hand";
    private static final String LINKS =
            """
            select p.id as p_id, p.kind as p_kind, p.code as p_code, p.name as p_name, p.city as p_city,
                   c.id as c_id, c.kind as c_kind, c.code as c_code, c.name as c_name, c.city as c_city, l.source
              from directory.structure_parent l
              join directory.structure p on p.id = l.parent_id and p.ended_at is null
              join directory.structure c on c.id = l.structure_id and c.ended_at is null
             where l.structure_id = ? or l.parent_id = ?
             order by (l.structure_id = ?) desc, p.name collate "fr-x-icu", c.name collate "fr-x-icu", c.id limit ?
            """;
    private static final String SECOND_PLATFORM =
            """
            select l.structure_id from directory.structure_parent l
              join directory.structure p on p.id = l.parent_id and p.kind = 'RPI' and p.ended_at is null
             where l.structure_id = any (?::uuid[]) and l.parent_id <> ?
            """;
    private static final String ATTACH =
            """
            insert into directory.structure_parent (structure_id, parent_id, source)
            select unnest(?::uuid[]), ?, 'hand' on conflict do nothing returning structure_id
            """;
    private static final String DETACH =
            """
            delete from directory.structure_parent
             where structure_id = any (?::uuid[]) and parent_id = ? and source = 'hand' returning structure_id
            """;

    private StructureRows() {}

    /** A structure, and whether it was made by hand. */
    record Node(Structure structure, boolean byHand) {}

    static Optional<Node> find(Connection connection, UUID id) throws SQLException {
        return Rows.first(
                connection,
                "select " + COLUMNS + " from directory.structure s where s.id = ? and s.ended_at is null for update",
                row -> new Node(structure(row, ""), row.getBoolean("by_hand")),
                id);
    }

    static void insert(Connection connection, Structure structure) throws SQLException {
        Rows.update(
                connection,
                "insert into directory.structure (id, kind, code, name, by_hand) values (?, ?, ?, ?, true)",
                structure.id(),
                structure.kind(),
                structure.code(),
                structure.name());
    }

    static void rename(Connection connection, UUID id, String name) throws SQLException {
        Rows.update(connection, "update directory.structure set name = ? where id = ?", name, id);
    }

    /** Those that were not attached yet. */
    static List<UUID> attach(Connection connection, UUID parent, Collection<UUID> children) throws SQLException {
        return Rows.list(connection, ATTACH, row -> Rows.uuid(row, "structure_id"), children, parent);
    }

    /** Those that were attached by hand. */
    static List<UUID> detach(Connection connection, UUID parent, Collection<UUID> children) throws SQLException {
        return Rows.list(connection, DETACH, row -> Rows.uuid(row, "structure_id"), children, parent);
    }

    /** Those of the structures that lie in another RPI already. */
    static List<UUID> inAnotherPlatform(Connection connection, UUID platform, Collection<UUID> children)
            throws SQLException {
        return Rows.list(connection, SECOND_PLATFORM, row -> Rows.uuid(row, "structure_id"), children, platform);
    }

    static List<StructureLink> links(Connection connection, UUID id) throws SQLException {
        return Rows.list(
                connection,
                LINKS,
                row -> new StructureLink(
                        structure(row, "p_"),
                        structure(row, "c_"),
                        row.getString("source").equals("hand")),
                id,
                id,
                id,
                MOST_LINKS);
    }

    private static Structure structure(ResultSet row, String prefix) throws SQLException {
        return new Structure(
                Rows.uuid(row, prefix + "id"),
                StructureKind.valueOf(row.getString(prefix + "kind")),
                row.getString(prefix + "code"),
                row.getString(prefix + "name"),
                row.getString(prefix + "city"));
    }
}
