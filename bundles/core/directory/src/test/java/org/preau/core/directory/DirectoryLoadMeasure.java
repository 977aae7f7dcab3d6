package org.preau.core.directory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.FeedRecord.ClassRef;
import org.preau.api.directory.load.FeedRecord.GuardianRef;
import org.preau.api.directory.load.FeedRecord.Names;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadSource;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.persistence.Rows;

/** Measures loads by hand: {@code java org.preau.core.directory.DirectoryLoadMeasure SCHOOLS}. Records are made in memory while they are staged. */
public final class DirectoryLoadMeasure {
    private static final int PUPILS = 190;
    private static final int GUARDIANS = 300;
    private static final int STAFF = 12;

    private static final List<String> TABLES =
            List.of("person", "person_source", "affiliation", "class_member", "guardianship", "account", "login_used");

    private final TestSchools portal = new TestSchools();
    private final int schools;
    private LocalDate date = LocalDate.parse("2026-09-01");

    private DirectoryLoadMeasure(int schools) {
        this.schools = schools;
    }

    /** Prints seconds for each step. */
    public static void main(String[] arguments) {
        DirectoryLoadMeasure measure = new DirectoryLoadMeasure(Integer.parseInt(arguments[0]));
        try {
            measure.run();
        } finally {
            measure.portal.close();
        }
    }

    private void run() {
        int records = schools * (1 + PUPILS + GUARDIANS + STAFF);
        tell("generate only", records, () -> {
            int[] sum = {0};
            records(record -> sum[0] += record.key().length());
            return sum[0];
        });
        load("complete, from nothing", records, true, load -> records(load::add));
        copies(records);
        load("complete, again", records, true, load -> records(load::add));
        UUID delta = load(
                "delta of 1 %",
                records / 100, false, load -> {
                    for (int i = 0; i < schools; i++) {
                        for (int p = 0; p < 3; p++) {
                            load.change(RecordKind.PUPIL, "P" + i + "-" + p, "f", Map.of("level", List.of("CM2")));
                        }
                        load.change(RecordKind.GUARDIAN, "G" + i + "-7", "f", Map.of("phone", List.of("0600000000")));
                        load.add(pupil(i, PUPILS + 1));
                    }
                });
        tell("undo of the delta", records / 100, () -> {
            try (DirectoryLoad load = portal.loads.openUndo(delta, TestSchools.FORM)) {
                return load.apply(Leavers.all());
            }
        });
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "memory in use %d MB of %d%n",
                (runtime.totalMemory() - runtime.freeMemory()) >> 20, runtime.maxMemory() >> 20);
    }

    /** The rows that the load made, copied bare into tables with the same indexes. */
    private void copies(int records) {
        Map<String, byte[]> rows = new LinkedHashMap<>();
        portal.tx.writeSql(connection -> {
            for (String table : TABLES) {
                rows.put(table, read(connection, "copy directory." + table + " to stdout"));
                Rows.run(
                        connection,
                        "create table directory.bare_" + table + " (like directory." + table + " including all)");
            }
            return 0;
        });
        tell(
                "COPY of the same rows",
                records,
                () -> portal.tx.<Integer>writeSql(connection -> {
                    int bytes = 0;
                    for (Map.Entry<String, byte[]> each : rows.entrySet()) {
                        write(connection, "copy directory.bare_" + each.getKey() + " from stdin", each.getValue());
                        bytes += each.getValue().length;
                    }
                    return bytes;
                }));
    }

    private static byte[] read(Connection connection, String copy) throws SQLException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Connection connection, String copy, byte[] rows) throws SQLException {
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new ByteArrayInputStream(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID load(String what, int records, boolean complete, Consumer<DirectoryLoad> source) {
        System.out.println(what);
        date = date.plusDays(1);
        long begin = System.nanoTime();
        try (DirectoryLoad load =
                portal.loads.open(new LoadSource("aaf", "24", complete, date, what), TestSchools.FORM)) {
            tell("  stage", records, () -> {
                source.accept(load);
                return "";
            });
            tell("  check", records, () -> load.check().size());
            tell("  difference", records, load::difference);
            if (!complete) {
                tell("  by school", records, () -> load.bySchool(PageRequest.first(50))
                        .total());
            }
            tell("  apply", records, () -> load.apply(Leavers.all()).created());
            return load.id();
        } finally {
            System.out.printf(Locale.ROOT, "  all in %.2f s%n", (System.nanoTime() - begin) / 1e9);
        }
    }

    private void records(Consumer<FeedRecord> to) {
        for (int i = 0; i < schools; i++) {
            to.accept(TestRecords.school("S" + i, String.format("077%04dA", i), "École " + i));
            for (int p = 0; p < PUPILS; p++) {
                to.accept(pupil(i, p));
            }
            for (int g = 0; g < GUARDIANS; g++) {
                to.accept(guardian(i, g));
            }
            for (int s = 0; s < STAFF; s++) {
                to.accept(TestRecords.staff("T" + i + "-" + s, "Anne", name(i + s), List.of("S" + i), List.of(), true));
            }
        }
    }

    private static FeedRecord pupil(int school, int p) {
        int room = p % 8;
        Map<String, List<String>> more = Map.of(
                "ENTPersonStructRattach", List.of("S" + school),
                "ENTEleveMEF", List.of("MEF 12345678901$2019"),
                "ENTElevePersRelEleve1", List.of("1234567", "2345678"),
                "ENTEleveRegime", List.of("DEMI-PENSIONNAIRE DANS L'ETABLISSEMENT"));
        return TestAttributes.whole(new FeedRecord.Pupil(
                "ENT_Eleve_0000.xml",
                "P" + school + "-" + p,
                "I" + school + "N" + p,
                new Names(name(school * 7 + p), "Zoé" + p % 40, List.of(), name(school * 7 + p), ""),
                LocalDate.parse("2016-01-01").plusDays(p * 5L),
                "",
                List.of("S" + school),
                List.of(new ClassRef("S" + school, "C" + room, "CE1 " + room)),
                List.of(),
                "CE1",
                room == 0,
                List.of(
                        new GuardianRef("G" + school + "-" + p % GUARDIANS, "10"),
                        new GuardianRef("G" + school + "-" + (p + 110) % GUARDIANS, "20")),
                more));
    }

    private static FeedRecord guardian(int school, int g) {
        return TestAttributes.whole(new FeedRecord.Guardian(
                "ENT_PersRelEleve_0000.xml",
                "G" + school + "-" + g,
                new Names(name(school * 7 + g), "Paul" + g % 40, List.of(), name(school * 7 + g), ""),
                null,
                "g" + g + "@post.example.net",
                Map.of("phone", "0199001122"),
                g + " rue de la République",
                "77000",
                "MELUN",
                "FRANCE",
                false,
                List.of(),
                Map.of()));
    }

    private static String name(int number) {
        List<String> parts = new ArrayList<>();
        IntStream.of(number % 31, number / 31 % 29, number / 899 % 23)
                .mapToObj(n -> List.of("ma", "ri", "lé", "to", "nu", "pa", "ko").get(n % 7) + (char) ('b' + n % 20))
                .forEach(parts::add);
        return String.join("", parts).toUpperCase(Locale.FRENCH);
    }

    private static void tell(String what, int records, Supplier<?> work) {
        long begin = System.nanoTime();
        Object result = work.get();
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT, "%-22s %8.2f s %10.0f records/s  %s%n", what, seconds, records / seconds, result);
    }
}
