package org.preau.apps.rentree.school;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;
import org.preau.api.directory.readiness.Readiness;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** The schools of a perimeter by how far they are, read from what was written down: filtered, sorted and paged by the database. Safe on any thread. */
@Component(service = Cockpit.class)
public final class Cockpit {
    private static final String FROM =
            """
             from rentree.school s
            where exists (select 1 from rentree.school_above a where a.school_id = s.school_id and a.structure_id = any (?))
              and (?::uuid is null or exists (select 1 from rentree.school_above b
                                               where b.school_id = s.school_id and b.structure_id = ?))
              and s.sort_name like ?
            """;

    private final Tx tx;
    private final Authorisation authorisation;

    /** Made by the portal. */
    @Activate
    public Cockpit(@Reference(target = RentreeUnit.TARGET) Tx tx, @Reference Authorisation authorisation) {
        this.tx = tx;
        this.authorisation = authorisation;
    }

    /** What schools can be sorted by. */
    public enum Column {
        /** Name. */
        NAME("s.sort_name"),
        /** Steps done. */
        DONE("s.done"),
        /** Classes without a teacher. */
        UNTAUGHT("s.untaught_classes"),
        /** Pupils without a class. */
        CLASSLESS("s.pupils_without_class"),
        /** Pairs that look like one person. */
        DUPLICATES("s.duplicates"),
        /** Accounts never used. */
        NEVER_USED("s.accounts_never_used");

        private final String sql;

        Column(String sql) {
            this.sql = sql;
        }

        /** The column of that name. */
        public static Optional<Column> named(String name) {
            return Arrays.stream(values())
                    .filter(each -> each.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    /**
     * Which schools are wanted.
     *
     * @param within below that structure; empty for the whole perimeter
     * @param text name, city or code; empty for all
     */
    public record Filter(Optional<UUID> within, String text) {
        /** All. */
        public static final Filter ALL = new Filter(Optional.empty(), "");
    }

    /** A school in the list; figures as in {@link org.preau.api.directory.readiness.SchoolReadiness}. */
    public record Line(
            UUID schoolId,
            String code,
            String name,
            String city,
            int done,
            int classes,
            int untaughtClasses,
            int pupils,
            int pupilsWithoutClass,
            int duplicates,
            int accounts,
            int accountsNeverUsed) {}

    /** Sums over the perimeter. */
    public record Sums(
            int schools,
            int ready,
            int untaughtClasses,
            int pupilsWithoutClass,
            int duplicates,
            int accountsNeverUsed) {}

    /** A structure above schools, to filter by. */
    public record Place(UUID id, String name) {}

    /** The tops of what the subject follows; empty for who follows no more than one school. */
    public Set<UUID> perimeter(Subject subject) {
        Set<UUID> tops = new HashSet<>(authorisation.perimeterOf(subject, Readiness.READ));
        UUID own = subject.structureId();
        if (own != null && authorisation.allows(subject, Readiness.READ, Scope.structure(own))) {
            tops.add(own);
        }
        return tops;
    }

    /** A page of the schools of the perimeter. */
    public Page<Line> schools(Subject subject, Filter filter, Column column, boolean descending, PageRequest page) {
        Set<UUID> tops = perimeter(subject);
        if (tops.isEmpty()) {
            return new Page<>(List.of(), 0);
        }
        return tx.readSql(connection -> {
            long total = Rows.list(connection, "select count(*)" + FROM, row -> row.getLong(1), filter(tops, filter))
                    .get(0);
            List<Object> parameters = new ArrayList<>(Arrays.asList(filter(tops, filter)));
            parameters.add(page.limit());
            parameters.add(page.offset());
            List<Line> lines = Rows.list(
                    connection,
                    "select s.*" + FROM + " order by " + column.sql + (descending ? " desc" : "")
                            + ", s.sort_name, s.school_id limit ? offset ?",
                    Cockpit::line,
                    parameters.toArray());
            return new Page<>(lines, total);
        });
    }

    /** Sums of the perimeter. */
    public Sums sums(Subject subject, Filter filter) {
        Set<UUID> tops = perimeter(subject);
        return tx.readSql(connection -> Rows.list(
                        connection,
                        "select count(*), count(*) filter (where s.done = " + Step.values().length
                                + "), coalesce(sum(s.untaught_classes), 0), coalesce(sum(s.pupils_without_class), 0),"
                                + " coalesce(sum(s.duplicates), 0), coalesce(sum(s.accounts_never_used), 0)" + FROM,
                        row -> new Sums(
                                row.getInt(1),
                                row.getInt(2),
                                row.getInt(3),
                                row.getInt(4),
                                row.getInt(5),
                                row.getInt(6)),
                        filter(tops, filter))
                .get(0));
    }

    /** Circonscriptions and communes above the schools of the perimeter whose name holds the words, by name. */
    public List<Place> places(Subject subject, String words, PageRequest page) {
        Set<UUID> tops = perimeter(subject);
        return tx.readSql(connection -> Rows.list(
                connection,
                """
                select p.structure_id, p.name from rentree.place p
                 where p.kind in ('CIRCONSCRIPTION', 'COMMUNE', 'DEPARTMENT', 'RPI') and p.sort_name like ?
                   and exists (select 1 from rentree.school_above a
                                 join rentree.school_above b on b.school_id = a.school_id and b.structure_id = any (?)
                                where a.structure_id = p.structure_id)
                 order by p.sort_name, p.structure_id limit ? offset ?
                """,
                row -> new Place(row.getObject("structure_id", UUID.class), row.getString("name")),
                like(words),
                tops,
                page.limit(),
                page.offset()));
    }

    @SuppressWarnings("NullAway")
    private static Object[] filter(Set<UUID> tops, Filter filter) {
        UUID within = filter.within().orElse(null);
        return new Object[] {tops, within, within, like(filter.text())};
    }

    private static String like(String words) {
        return "%" + ReadinessBook.folded(words).replaceAll("[%_\\\\]", "\\\\$0") + "%";
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("school_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("city"),
                row.getInt("done"),
                row.getInt("classes"),
                row.getInt("untaught_classes"),
                row.getInt("pupils"),
                row.getInt("pupils_without_class"),
                row.getInt("duplicates"),
                row.getInt("accounts"),
                row.getInt("accounts_never_used"));
    }
}
