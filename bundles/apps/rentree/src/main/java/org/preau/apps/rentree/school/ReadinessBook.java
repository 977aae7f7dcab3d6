package org.preau.apps.rentree.school;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;
import org.preau.api.directory.readiness.Readiness;
import org.preau.api.directory.readiness.SchoolReadiness;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** Computes how far schools are and writes it down, for lists of many; of one school it is read as it is now. Safe on any thread. */
@Component(service = ReadinessBook.class)
public final class ReadinessBook {
    private static final String PUT =
            """
            insert into rentree.school (school_id, code, name, city, sort_name, classes, empty_classes, untaught_classes,
                   pupils, pupils_without_class, pupils_without_guardian, guardians, guardians_without_mail, accounts,
                   accounts_never_used, duplicates, done, computed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (school_id) do update set code = excluded.code, name = excluded.name, city = excluded.city,
                   sort_name = excluded.sort_name, classes = excluded.classes, empty_classes = excluded.empty_classes,
                   untaught_classes = excluded.untaught_classes, pupils = excluded.pupils,
                   pupils_without_class = excluded.pupils_without_class,
                   pupils_without_guardian = excluded.pupils_without_guardian, guardians = excluded.guardians,
                   guardians_without_mail = excluded.guardians_without_mail, accounts = excluded.accounts,
                   accounts_never_used = excluded.accounts_never_used, duplicates = excluded.duplicates,
                   done = excluded.done, computed_at = excluded.computed_at
            """;
    private static final String PLACE =
            "insert into rentree.place (structure_id, kind, name, sort_name) values (?, ?, ?, ?)"
                    + " on conflict (structure_id) do update set name = excluded.name, sort_name = excluded.sort_name";

    private final Tx tx;
    private final Readiness readiness;
    private final MarkStore marks;
    private final Duplicates duplicates;
    private final Structures structures;
    private final Clock clock;

    /** Made by the portal. */
    @Activate
    public ReadinessBook(
            @Reference(target = RentreeUnit.TARGET) Tx tx,
            @Reference Readiness readiness,
            @Reference MarkStore marks,
            @Reference Duplicates duplicates,
            @Reference Structures structures,
            @Reference Clock clock) {
        this.tx = tx;
        this.readiness = readiness;
        this.marks = marks;
        this.duplicates = duplicates;
        this.structures = structures;
        this.clock = clock;
    }

    /** How far a school is now; nothing for what is no open school. */
    public Optional<SchoolState> now(UUID school) {
        return readiness.schools(Optional.of(school)).stream()
                .findFirst()
                .map(figures -> state(figures, duplicates.proposed(school), marks.marks(Optional.of(school))));
    }

    /** Writes down how far a school is, or all are; schools that are gone leave. Gives how many were written. */
    public int write(Optional<UUID> school) {
        List<SchoolReadiness> figures = readiness.schools(school);
        Map<UUID, Marks> decided = marks.marks(school);
        Map<UUID, Integer> pairs =
                school.map(one -> Map.of(one, duplicates.proposed(one))).orElseGet(duplicates::proposed);
        List<SchoolState> states = figures.stream()
                .map(each -> state(each, pairs.getOrDefault(each.schoolId(), 0), decided))
                .toList();
        Instant at = clock.instant();
        return tx.writeSql(connection -> {
            put(connection, states, at);
            putPlaces(connection, states);
            if (school.isEmpty()) {
                Rows.update(connection, "delete from rentree.school where computed_at < ?", at);
            }
            return states.size();
        });
    }

    private static SchoolState state(SchoolReadiness figures, int pairs, Map<UUID, Marks> decided) {
        return new SchoolState(figures, pairs, decided.getOrDefault(figures.schoolId(), Marks.NONE));
    }

    private void put(Connection connection, List<SchoolState> states, Instant at) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PUT)) {
            for (SchoolState state : states) {
                SchoolReadiness figures = state.figures();
                Structure school = structures.byId(figures.schoolId()).orElse(null);
                if (school == null) {
                    continue;
                }
                Rows.bind(
                        statement,
                        school.id(),
                        school.code(),
                        school.name(),
                        school.city(),
                        folded(school.name() + " " + school.city() + " " + school.code()),
                        figures.classes(),
                        figures.emptyClasses(),
                        figures.untaughtClasses(),
                        figures.pupils(),
                        figures.pupilsWithoutClass(),
                        figures.pupilsWithoutGuardian(),
                        figures.guardians(),
                        figures.guardiansWithoutMail(),
                        figures.accounts(),
                        figures.accountsNeverUsed(),
                        state.duplicates(),
                        state.done(),
                        at);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void putPlaces(Connection connection, List<SchoolState> states) throws SQLException {
        Set<UUID> places = new HashSet<>();
        try (PreparedStatement clear =
                        connection.prepareStatement("delete from rentree.school_above where school_id = ?");
                PreparedStatement above =
                        connection.prepareStatement("insert into rentree.school_above (structure_id, school_id)"
                                + " select ?, school_id from rentree.school where school_id = ?");
                PreparedStatement place = connection.prepareStatement(PLACE)) {
            for (SchoolState state : states) {
                UUID school = state.figures().schoolId();
                Rows.bind(clear, school);
                clear.addBatch();
                for (UUID each : structures.withAncestors(school)) {
                    Rows.bind(above, each, school);
                    above.addBatch();
                    Structure known = each.equals(school) || !places.add(each)
                            ? null
                            : structures.byId(each).orElse(null);
                    if (known != null) {
                        Rows.bind(place, each, known.kind().name(), known.name(), folded(known.name()));
                        place.addBatch();
                    }
                }
            }
            clear.executeBatch();
            above.executeBatch();
            place.executeBatch();
        }
    }

    /** Without accents and capitals. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
