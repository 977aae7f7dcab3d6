package org.preau.apps.rentree.school;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.directory.readiness.ClassReadiness;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** Keeps what heads decided. Safe on any thread. */
@Component(service = MarkStore.class)
public final class MarkStore {
    private static final String BY_SCHOOL = " group by school_id having ?::uuid is null or school_id = ?";

    private final Tx tx;
    private final Clock clock;

    /** Made by the portal. */
    @Activate
    public MarkStore(@Reference(target = RentreeUnit.TARGET) Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /**
     * Somebody who hands out the resources of the GAR.
     *
     * @param personId the person
     * @param name his name when he was named
     */
    public record Delegate(UUID personId, String name) {}

    /** The marks of a school, or of all that have any. */
    Map<UUID, Marks> marks(Optional<UUID> school) {
        @Nullable UUID one = school.orElse(null);
        return tx.readSql(connection -> {
            Map<UUID, Integer> seen = count(connection, "rentree.class_seen", one);
            Map<UUID, Integer> delegates = count(connection, "rentree.delegate", one);
            Map<UUID, Set<Step>> settled = new HashMap<>();
            Rows.list(
                    connection,
                    "select school_id, step from rentree.settled where ?::uuid is null or school_id = ?",
                    row -> settled.computeIfAbsent(
                                    row.getObject("school_id", UUID.class), id -> EnumSet.noneOf(Step.class))
                            .add(Step.valueOf(row.getString("step"))),
                    one,
                    one);
            Set<UUID> schools = new HashSet<>(settled.keySet());
            schools.addAll(seen.keySet());
            schools.addAll(delegates.keySet());
            Map<UUID, Marks> marks = new HashMap<>();
            schools.forEach(id -> marks.put(
                    id,
                    new Marks(
                            settled.getOrDefault(id, Set.of()),
                            seen.getOrDefault(id, 0),
                            delegates.getOrDefault(id, 0))));
            return marks;
        });
    }

    private static Map<UUID, Integer> count(Connection connection, String table, @Nullable UUID one)
            throws SQLException {
        Map<UUID, Integer> counts = new HashMap<>();
        Rows.list(
                connection,
                "select school_id, count(*) as figure from " + table + BY_SCHOOL,
                row -> counts.put(row.getObject("school_id", UUID.class), row.getInt("figure")),
                one,
                one);
        return counts;
    }

    void settle(UUID school, Step step, @Nullable UUID account) {
        tx.writeSql(connection -> Rows.update(
                connection,
                "insert into rentree.settled (school_id, step, by_account, at) values (?, ?, ?, ?)"
                        + " on conflict (school_id, step) do update set by_account = excluded.by_account, at = excluded.at",
                school,
                step.name(),
                account,
                clock.instant()));
    }

    void unsettle(UUID school, Step step) {
        tx.writeSql(connection -> Rows.update(
                connection, "delete from rentree.settled where school_id = ? and step = ?", school, step.name()));
    }

    /** Remembers how the classes are called now. */
    void see(UUID school, List<ClassReadiness> classes) {
        tx.writeSql(connection -> {
            Rows.update(connection, "delete from rentree.class_seen where school_id = ?", school);
            for (ClassReadiness each : classes) {
                Rows.update(
                        connection,
                        "insert into rentree.class_seen (class_id, school_id, name) values (?, ?, ?)",
                        each.id(),
                        school,
                        each.name());
            }
            return classes.size();
        });
    }

    /** The names of the classes when they were looked at. */
    public Map<UUID, String> seen(UUID school) {
        return tx.readSql(connection -> {
            Map<UUID, String> names = new HashMap<>();
            Rows.list(
                    connection,
                    "select class_id, name from rentree.class_seen where school_id = ?",
                    row -> names.put(row.getObject("class_id", UUID.class), row.getString("name")),
                    school);
            return names;
        });
    }

    /** Who hands out the resources of the GAR, by name. */
    public List<Delegate> delegates(UUID school) {
        return tx.readSql(connection -> Rows.list(
                connection,
                "select person_id, name from rentree.delegate where school_id = ? order by name collate \"fr-x-icu\", person_id",
                row -> new Delegate(row.getObject("person_id", UUID.class), row.getString("name")),
                school));
    }

    void name(UUID school, UUID person, String name) {
        tx.writeSql(connection -> Rows.update(
                connection,
                "insert into rentree.delegate (school_id, person_id, name, named_at) values (?, ?, ?, ?) on conflict do nothing",
                school,
                person,
                name,
                clock.instant()));
    }

    void unname(UUID school, UUID person) {
        tx.writeSql(connection -> Rows.update(
                connection, "delete from rentree.delegate where school_id = ? and person_id = ?", school, person));
    }
}
