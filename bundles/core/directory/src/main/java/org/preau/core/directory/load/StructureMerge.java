package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.preau.api.directory.StructureKind;
import org.preau.api.persistence.Rows;
import org.preau.core.directory.NameForms;

/** Makes schools and what is above them: academy, department, circonscription, commune, RPI. A school is known by its UAI. */
final class StructureMerge {
    private static final Pattern UAI = Pattern.compile("[0-9]{7}[A-Z]");
    private static final String CHANGED =
            """
            select s.uai, s.name, s.city, s.circonscription, s.commune, s.rpi
              from {school} s join {match} m on m.n = s.n
             where m.state <> 'SAME' order by s.n
            """;
    private static final String FILL =
            """
            update directory.structure d
               set name = s.name, city = s.city, type = s.type, contract = s.contract, address = s.address,
                   postal_code = s.postal_code, email = s.email, phone = s.phone, feed = {feed}, academy = {academy},
                   source_key = s.key, raw = s.raw, digest = s.digest, raw_digest = s.raw_digest, ended_at = null
              from {school} s join {match} m on m.n = s.n
             where upper(d.code) = s.uai and d.kind = 'SCHOOL' and (m.state <> 'SAME' or not m.raw_same)
            """;
    private static final String END =
            """
            update directory.structure d set ended_at = {now}::timestamptz
              from {leaver} l where l.kind = 'SCHOOL' and not l.stays and d.id = l.person_id
            """;

    private final LoadFrame frame;

    StructureMerge(LoadFrame frame) {
        this.frame = frame;
    }

    private record Place(String uai, String name, String city, String circonscription, String commune, String rpi) {
        static Place of(ResultSet row) throws SQLException {
            return new Place(
                    row.getString("uai"),
                    row.getString("name"),
                    row.getString("city"),
                    row.getString("circonscription"),
                    row.getString("commune"),
                    row.getString("rpi"));
        }
    }

    void apply(Connection connection) throws SQLException {
        List<Place> changed = Rows.list(connection, frame.staging().sql(CHANGED), Place::of);
        if (!changed.isEmpty()) {
            Tree tree = new Tree(connection);
            String code = frame.source().academy();
            UUID academy = tree.node(StructureKind.ACADEMY, code, PlaceNames.academy(code));
            for (Place place : changed) {
                put(tree, academy, place);
            }
        }
        frame.update(connection, FILL);
        frame.update(connection, END);
    }

    private void put(Tree tree, UUID academy, Place place) throws SQLException {
        String number = PlaceNames.departmentOf(place.uai());
        UUID department = tree.node(StructureKind.DEPARTMENT, number, PlaceNames.department(number));
        tree.below(department, academy);
        Set<UUID> parents = new LinkedHashSet<>();
        if (!place.circonscription().isEmpty()) {
            String written = place.circonscription();
            parents.add(tree.node(
                    StructureKind.CIRCONSCRIPTION, circonscriptionCode(written), "Circonscription " + written));
        }
        if (!place.commune().isEmpty()) {
            String name = place.city().isEmpty() ? place.commune() : place.city();
            parents.add(tree.node(StructureKind.COMMUNE, "commune-" + slug(place.commune()), name));
        }
        if (!place.rpi().isEmpty()) {
            String code = "rpi-" + frame.source().academy() + "-" + slug(place.rpi());
            parents.add(tree.node(StructureKind.RPI, code, place.rpi()));
        }
        for (UUID parent : parents) {
            tree.below(parent, department);
        }
        if (parents.isEmpty()) {
            parents.add(department);
        }
        tree.onlyBelow(tree.node(StructureKind.SCHOOL, place.uai(), place.name()), parents);
    }

    private String circonscriptionCode(String written) {
        String code = written.toUpperCase(Locale.ROOT);
        return UAI.matcher(code).matches()
                ? code
                : "circonscription-" + frame.source().academy() + "-" + slug(written);
    }

    private static String slug(String written) {
        return NameForms.plain(written).replace(' ', '-');
    }
}
