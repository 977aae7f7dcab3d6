package org.preau.core.directory.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.preau.api.persistence.Rows;

/** Moves a person's affiliations, classes, lessons and guardianships to another person and back, remembering each row. */
final class RowMoves {
    /**
     * A table that names people.
     *
     * @param column the column with the person
     * @param others the other columns of its key
     */
    private record Table(String name, String column, List<String> others) {
        String kind() {
            return name + "." + column;
        }

        /** Joins {@code x} and {@code y} on all of the key but the person. */
        String same(String x, String y) {
            return String.join(
                    " and ",
                    others.stream()
                            .map(each -> x + "." + each + " = " + y + "." + each)
                            .toList());
        }

        String sql(String template) {
            return template.replace("{t}", "directory." + name)
                    .replace("{c}", column)
                    .replace("{x=y}", same("x", "y"))
                    .replace("{x=w}", same("x", "w"));
        }
    }

    private static final List<Table> TABLES = List.of(
            new Table("affiliation", "person_id", List.of("structure_id", "profile")),
            new Table("class_member", "person_id", List.of("class_id")),
            new Table("teaching", "person_id", List.of("class_id")),
            new Table("hand_group_member", "person_id", List.of("group_id")),
            new Table("guardianship", "pupil_id", List.of("guardian_id")),
            new Table("guardianship", "guardian_id", List.of("pupil_id")));

    private static final String REMEMBER =
            """
            insert into directory.merge_row (merge_id, kind, was, moved)
            select ?, ?, to_jsonb(x), not exists (select 1 from {t} y where y.{c} = ? and {x=y}) from {t} x where x.{c} = ?
            """;
    private static final String MOVE =
            "update {t} x set {c} = ? where x.{c} = ? and not exists (select 1 from {t} y where y.{c} = ? and {x=y})";
    private static final String DROP = "delete from {t} where {c} = ?";
    /** What the kept person had too comes again, if he still has it. */
    private static final String COPY_BACK =
            """
            insert into {t}
            select w.* from directory.merge_row r, jsonb_populate_record(null::{t}, r.was) w
             where r.merge_id = ? and r.kind = ? and not r.moved
               and exists (select 1 from {t} x where x.{c} = ? and {x=w})
            on conflict do nothing
            """;
    /** What was moved and is still there goes back as it is now. */
    private static final String MOVE_BACK =
            """
            update {t} x set {c} = ?
              from directory.merge_row r, jsonb_populate_record(null::{t}, r.was) w
             where r.merge_id = ? and r.kind = ? and r.moved and x.{c} = ? and {x=w}
            """;

    private RowMoves() {}

    static void move(Connection connection, UUID merge, UUID keep, UUID gone) throws SQLException {
        for (Table each : TABLES) {
            Rows.update(connection, each.sql(REMEMBER), merge, each.kind(), keep, gone);
            Rows.update(connection, each.sql(MOVE), keep, gone, keep);
            Rows.update(connection, each.sql(DROP), gone);
        }
    }

    static void moveBack(Connection connection, UUID merge, UUID keep, UUID gone) throws SQLException {
        for (Table each : TABLES) {
            Rows.update(connection, each.sql(COPY_BACK), merge, each.kind(), keep);
            Rows.update(connection, each.sql(MOVE_BACK), gone, merge, each.kind(), keep);
        }
    }
}
