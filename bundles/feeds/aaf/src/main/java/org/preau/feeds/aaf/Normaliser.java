package org.preau.feeds.aaf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.preau.api.directory.load.FeedRecord;

/** Turns records of the AAF into records of the directory. Used by one thread, for one archive. */
final class Normaliser {
    private static final Set<String> NURSERY_LABELS = Set.of("TPS", "PS", "MS", "GS");
    private static final Set<String> NURSERY_CODES = Set.of("1110", "1111", "1112", "1113");
    private static final List<String> PHONES =
            List.of("ENTPersonTelPerso", "ENTPersRelEleveTelPro", "ENTPersRelEleveTelMobile");

    private final RawValues raw = new RawValues();
    private final Composites composites;
    private final PersonValues people;
    private final SchoolValues schools;

    Normaliser(Findings findings) {
        composites = new Composites(findings);
        people = new PersonValues(findings);
        schools = new SchoolValues(findings);
    }

    FeedRecord normalise(RawRecord record) throws BadSliceException {
        return switch (record.kind()) {
            case SCHOOL -> schools.school(record, raw.of(record));
            case PUPIL -> pupil(record);
            case GUARDIAN -> guardian(record);
            case STAFF -> staff(record);
        };
    }

    /** Tells of attributes that were not known. */
    void reportIn(Findings findings) {
        raw.reportIn(findings);
    }

    private FeedRecord pupil(RawRecord record) {
        String level = Composites.label(record.one("ENTEleveNiveau"));
        return new FeedRecord.Pupil(
                record.file(),
                record.key(),
                record.one("ENTEleveINE").toUpperCase(Locale.ROOT),
                people.names(record),
                people.birthDate(record),
                record.one("ENTPersonMail"),
                record.all("ENTPersonStructRattach"),
                composites.classes(record, "ENTPersonClasses"),
                composites.classes(record, "ENTPersonGroupes"),
                level,
                isNursery(level, record.one("ENTEleveNiveau")),
                composites.guardians(record, "ENTEleveAutoriteParentale"),
                raw.of(record));
    }

    private FeedRecord guardian(RawRecord record) {
        Map<String, String> phones = new LinkedHashMap<>();
        for (String attribute : PHONES) {
            if (!record.one(attribute).isEmpty()) {
                phones.put(attribute, record.one(attribute));
            }
        }
        return new FeedRecord.Guardian(
                record.file(),
                record.key(),
                people.names(record),
                people.birthDate(record),
                record.one("ENTPersonMail"),
                phones,
                SchoolValues.lines(record.one("ENTPersonAdresse")),
                record.one("ENTPersonCodePostal"),
                record.one("ENTPersonVille"),
                record.one("ENTPersonPays"),
                record.yes("ENTPersonAdresseDiffusion"),
                record.all("ENTPersRelEleveEleve"),
                raw.of(record));
    }

    private FeedRecord staff(RawRecord record) {
        return new FeedRecord.Staff(
                record.file(),
                record.key(),
                people.names(record),
                people.birthDate(record),
                record.one("ENTPersonMail"),
                record.all("ENTPersonStructRattach"),
                record.all("ENTEnsFonctionDir"),
                record.yes("ENTPersonCategorieEnseignant"),
                composites.functions(record, "ENTPersonFonctions"),
                raw.of(record));
    }

    private static boolean isNursery(String label, String written) {
        String code = written.contains("$")
                ? written.substring(0, written.indexOf('$')).strip()
                : "";
        return NURSERY_LABELS.contains(label.toUpperCase(Locale.ROOT))
                || label.isEmpty() && NURSERY_CODES.contains(code);
    }
}
