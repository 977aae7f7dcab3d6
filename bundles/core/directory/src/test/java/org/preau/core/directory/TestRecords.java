package org.preau.core.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.FeedRecord.ClassRef;
import org.preau.api.directory.load.FeedRecord.GuardianRef;
import org.preau.api.directory.load.FeedRecord.Names;

/** The schools and people everything is tested on, as a feed brings them. */
final class TestRecords {
    static final String OAKS = "0770001A";
    static final String ELMS = "0770002B";
    static final String IEN = "0779999Z";

    private TestRecords() {}

    /** The people everything is tested on. */
    static List<FeedRecord> population() {
        List<FeedRecord> all = new ArrayList<>();
        all.add(school("1", OAKS, "Les Chênes"));
        all.add(school("2", ELMS, "Les Ormes"));
        all.add(pupil("10", "Zoë", "L'ŒUVRÉ", "1", "11", "CE1 A", List.of(new GuardianRef("30", "10"))));
        all.add(pupil("11", "Ali", "BENALI", "1", "11", "CE1 A", List.of(new GuardianRef("31", "20"))));
        all.add(pupil("12", "Noé", "L'ŒUVRÉ", "2", "21", "CP", List.of(new GuardianRef("30", "10"))));
        all.add(nursery("13", "Tom", "PETIT", "2", "22", "PS", List.of(new GuardianRef("31", "90"))));
        all.add(guardian("30", "Anne", "L'ŒUVRÉ"));
        all.add(guardian("31", "Karim", "BENALI"));
        all.add(staff("50", "Jeanne", "MARTIN", List.of("1"), List.of("1"), true));
        all.add(staff("51", "Jean-Pierre", "MARTIN", List.of("1"), List.of(), true));
        all.add(staff("52", "Luc", "D'AMICO", List.of("1", "2"), List.of(), false));
        all.add(staff("53", "Jeanne", "MARTIN", List.of("2"), List.of(), true));
        return all;
    }

    static FeedRecord school(String key, String uai, String name) {
        return TestAttributes.whole(new FeedRecord.School(
                "f",
                key,
                uai,
                name,
                "ECOLE PRIMAIRE",
                "PU",
                "1 rue Haute",
                "77000",
                "Melun",
                "",
                "",
                IEN,
                "77288",
                "",
                Map.of()));
    }

    static FeedRecord pupil(
            String key, String first, String last, String school, String id, String name, List<GuardianRef> guardians) {
        return pupil(key, first, last, school, id, name, guardians, false);
    }

    static FeedRecord nursery(
            String key, String first, String last, String school, String id, String name, List<GuardianRef> guardians) {
        return pupil(key, first, last, school, id, name, guardians, true);
    }

    static FeedRecord guardian(String key, String first, String last) {
        return TestAttributes.whole(new FeedRecord.Guardian(
                "f",
                key,
                names(first, last),
                null,
                "a@post.example.net",
                Map.of("phone", "0199001122"),
                "2 rue Basse",
                "77000",
                "MELUN",
                "FRANCE",
                false,
                List.of(),
                Map.of()));
    }

    static FeedRecord staff(
            String key, String first, String last, List<String> schools, List<String> headOf, boolean teacher) {
        return TestAttributes.whole(new FeedRecord.Staff(
                "f",
                key,
                names(first, last),
                null,
                "x@ac-creteil.example.org",
                schools,
                headOf,
                teacher,
                List.of(),
                Map.of()));
    }

    private static FeedRecord pupil(
            String key,
            String first,
            String last,
            String school,
            String id,
            String name,
            List<GuardianRef> guardians,
            boolean nursery) {
        return TestAttributes.whole(new FeedRecord.Pupil(
                "f",
                key,
                "INE" + key,
                names(first, last),
                LocalDate.parse("2019-03-0" + (1 + Integer.parseInt(key) % 9)),
                "",
                List.of(school),
                List.of(new ClassRef(school, id, name)),
                List.of(),
                nursery ? "PS" : "CE1",
                nursery,
                guardians,
                Map.of("X", List.of("é\\\"\t\n", "2"))));
    }

    static FeedRecord withIne(FeedRecord record, String ine) {
        FeedRecord.Pupil pupil = (FeedRecord.Pupil) record;
        return TestAttributes.whole(new FeedRecord.Pupil(
                pupil.file(),
                pupil.key(),
                ine,
                pupil.names(),
                pupil.birthDate(),
                pupil.email(),
                pupil.schools(),
                pupil.classes(),
                pupil.groups(),
                pupil.level(),
                pupil.nursery(),
                pupil.guardians(),
                Map.of()));
    }

    private static Names names(String first, String last) {
        return new Names(last, first, List.of(), last, "");
    }
}
