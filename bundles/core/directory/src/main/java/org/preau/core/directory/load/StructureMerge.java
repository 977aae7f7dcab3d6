package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.load.LoadSource;
import org.preau.core.directory.NameForms;
import org.preau.core.directory.Sql;

/** Makes schools and what is above them: academy, department, circonscription, commune, RPI. A school is known by its UAI. */
final class StructureMerge {
    private static final Pattern UAI = Pattern.compile("[0-9]{7}[A-Z]");
    private static final String CHANGED =
            """
            select s.uai, s.name, s.city, s.circonscription, s.commune, s.rpi
              from {school} s
             where not exists (select 1 from directory.structure d
                                where upper(d.code) = s.uai and d.digest = s.digest and d.ended_at is null)
             order by s.n
            """;
    private static final String FILL =
            """
            update directory.structure d
               set name = s.name, city = s.city, type = s.type, contract = s.contract, address = s.address,
                   postal_code = s.postal_code, email = s.email, phone = s.phone, feed = ?, academy = ?,
                   source_key = s.key, raw = s.raw, digest = s.digest, ended_at = null
              from {school} s
             where upper(d.code) = s.uai and d.kind = 'SCHOOL' and (d.digest is distinct from s.digest or d.ended_at is not null)
            """;
    private static final String END =
            """
            update directory.structure d set ended_at = ?
             where d.kind = 'SCHOOL' and d.feed = ? and d.academy = ? and d.ended_at is null
               and not exists (select 1 from {school} s where s.uai = upper(d.code))
            """;

    private final Staging staging;
    private final LoadSource source;

    StructureMerge(Staging staging, LoadSource source) {
        this.staging = staging;
        this.source = source;
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

    void apply(Connection connection, Instant now) throws SQLException {
        List<Place> changed = Sql.list(connection, staging.sql(CHANGED), Place::of);
        if (!changed.isEmpty()) {
            Tree tree = new Tree(connection);
            String code = source.academy();
            UUID academy = tree.node(StructureKind.ACADEMY, code, PlaceNames.academy(code));
            for (Place place : changed) {
                put(tree, academy, place);
            }
            Sql.update(connection, staging.sql(FILL), source.feed(), source.academy());
        }
        if (source.complete()) {
            Sql.update(connection, staging.sql(END), now, source.feed(), source.academy());
        }
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
            String code = "rpi-" + source.academy() + "-" + slug(place.rpi());
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
        return UAI.matcher(code).matches() ? code : "circonscription-" + source.academy() + "-" + slug(written);
    }

    private static String slug(String written) {
        return NameForms.plain(written).replace(' ', '-');
    }
}
