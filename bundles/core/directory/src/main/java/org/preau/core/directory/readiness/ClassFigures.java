package org.preau.core.directory.readiness;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.preau.api.directory.readiness.ClassReadiness;
import org.preau.api.directory.readiness.ClassReadiness.Teacher;
import org.preau.api.persistence.Rows;

/** The classes of one school with their levels and teachers, in two statements. */
final class ClassFigures {
    /** Levels from the youngest; what is not among them comes last. */
    private static final List<String> LEVELS =
            List.of("TPS", "PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2", "ULIS", "UPE2A");

    private static final String CLASSES =
            """
            select c.id, c.name, count(m.person_id) as pupils,
                   array_remove(array_agg(distinct upper(p.level)), null) as levels
              from directory.school_class c
              left join directory.class_member m on m.class_id = c.id
              left join directory.person p on p.id = m.person_id and p.level <> ''
             where c.structure_id = ? and c.kind = 'CLASS' and c.ended_at is null
             group by c.id, c.name
             order by c.name collate "fr-x-icu", c.id
            """;
    private static final String TEACHERS =
            """
            select t.class_id, p.id, p.first_name, p.last_name
              from directory.teaching t
              join directory.school_class c on c.id = t.class_id and c.ended_at is null
              join directory.person p on p.id = t.person_id
             where c.structure_id = ?
             order by p.sort_name, p.id
            """;

    private ClassFigures() {}

    static List<ClassReadiness> read(Connection connection, UUID school) throws SQLException {
        Map<UUID, List<Teacher>> teachers = new LinkedHashMap<>();
        Rows.list(
                connection,
                TEACHERS,
                row -> teachers.computeIfAbsent(Rows.uuid(row, "class_id"), id -> new ArrayList<>())
                        .add(new Teacher(
                                Rows.uuid(row, "id"),
                                (row.getString("first_name") + " " + row.getString("last_name")).strip())),
                school);
        return Rows.list(
                connection,
                CLASSES,
                row -> new ClassReadiness(
                        Rows.uuid(row, "id"),
                        row.getString("name"),
                        row.getInt("pupils"),
                        sorted((Object[]) row.getArray("levels").getArray()),
                        teachers.getOrDefault(Rows.uuid(row, "id"), List.of())),
                school);
    }

    private static List<String> sorted(Object[] levels) {
        return Arrays.stream(levels)
                .map(String::valueOf)
                .sorted((one, other) -> {
                    int order = Integer.compare(rank(one), rank(other));
                    return order == 0 ? one.compareTo(other) : order;
                })
                .toList();
    }

    private static int rank(String level) {
        int known = LEVELS.indexOf(level);
        return known < 0 ? LEVELS.size() : known;
    }
}
