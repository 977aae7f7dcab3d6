package org.preau.feeds.onde;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.FeedRecord.ClassRef;
import org.preau.api.directory.load.FeedRecord.Function;
import org.preau.api.directory.load.FeedRecord.GuardianRef;
import org.preau.api.directory.load.FeedRecord.Names;
import org.preau.api.directory.load.RecordForm;
import org.preau.api.directory.load.RecordKind;

/** Makes records of the columns of tables, and of what the feed found out itself: school, links. Safe on any thread. */
final class OndeForm implements RecordForm {
    /** The school of a record. */
    static final String SCHOOL = "uai";
    /** Guardians of a pupil: {@code key$link code}. */
    static final String GUARDIANS = "responsables";
    /** Keys of the children of a guardian. */
    static final String CHILDREN = "enfants";

    private static final Set<String> NURSERY = Set.of("TPS", "PS", "MS", "GS");
    private static final List<String> PHONES = List.of("telephoneDomicile", "telephoneTravail", "telephonePortable");
    private static final Set<String> NO = Set.of("", "n", "non", "false", "0");

    @Override
    public FeedRecord record(RecordKind kind, String key, String file, Map<String, List<String>> attributes) {
        Row row = new Row(file, 0, "", attributes);
        return switch (kind) {
            case SCHOOL -> school(row, key);
            case PUPIL -> pupil(row, key);
            case GUARDIAN -> guardian(row, key);
            case STAFF -> staff(row, key);
        };
    }

    private static FeedRecord school(Row row, String key) {
        return new FeedRecord.School(
                row.file(),
                key,
                row.one(SCHOOL),
                row.one("ecole"),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                row.values());
    }

    private static FeedRecord pupil(Row row, String key) {
        String level = row.one("niveau");
        return new FeedRecord.Pupil(
                row.file(),
                key,
                row.one("ine").toUpperCase(Locale.ROOT),
                names(row),
                birthDate(row),
                "",
                List.of(row.one(SCHOOL)),
                classes(row),
                List.of(),
                level,
                NURSERY.contains(level.toUpperCase(Locale.ROOT)),
                guardians(row),
                row.values());
    }

    private static FeedRecord guardian(Row row, String key) {
        Map<String, String> phones = new LinkedHashMap<>();
        for (String phone : PHONES) {
            if (!row.one(phone).isEmpty()) {
                phones.put(phone, row.one(phone));
            }
        }
        return new FeedRecord.Guardian(
                row.file(),
                key,
                names(row),
                birthDate(row),
                row.one("courriel"),
                phones,
                row.one("adresse"),
                row.one("codePostal"),
                row.one("commune"),
                row.one("pays"),
                false,
                row.values().getOrDefault(CHILDREN, List.of()),
                row.values());
    }

    private static FeedRecord staff(Row row, String key) {
        boolean head = isHead(row);
        List<Function> functions = new ArrayList<>();
        functions.add(new Function(row.one(SCHOOL), "ENS", "ENSEIGNANT"));
        if (head) {
            functions.add(new Function(row.one(SCHOOL), "DIR", "DIRECTION"));
        }
        return new FeedRecord.Staff(
                row.file(),
                key,
                names(row),
                birthDate(row),
                row.one("courriel"),
                List.of(row.one(SCHOOL)),
                head ? List.of(row.one(SCHOOL)) : List.of(),
                true,
                functions,
                row.values());
    }

    static boolean isHead(Row row) {
        return !NO.contains(Forms.plain(row.one("directeur")));
    }

    private static Names names(Row row) {
        String birthName = row.one("nom");
        String usual = row.one("nomUsage").isEmpty() ? birthName : row.one("nomUsage");
        return new Names(usual, row.one("prenom"), List.of(), birthName, row.one("civilite"));
    }

    private static @Nullable LocalDate birthDate(Row row) {
        return Forms.day(row.one("dateNaissance")).orElse(null);
    }

    private static List<ClassRef> classes(Row row) {
        String name = row.one("classe");
        return name.isEmpty() ? List.of() : List.of(new ClassRef(row.one(SCHOOL), Forms.plain(name), name));
    }

    private static List<GuardianRef> guardians(Row row) {
        List<GuardianRef> guardians = new ArrayList<>();
        for (String link : row.values().getOrDefault(GUARDIANS, List.of())) {
            int sign = link.indexOf('$');
            guardians.add(new GuardianRef(link.substring(0, sign), link.substring(sign + 1)));
        }
        return guardians;
    }
}
