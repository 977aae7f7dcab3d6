package org.preau.feeds.aaf;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.preau.api.directory.load.FeedRecord;

/** The first degree: SDET annexe 4bis, dialect AAF 1D. Used by one thread, unless its findings are silent. */
final class FirstDegreeForm implements DegreeForm {
    private static final Set<String> NURSERY_LABELS = Set.of("TPS", "PS", "MS", "GS");
    private static final Set<String> NURSERY_CODES = Set.of("1110", "1111", "1112", "1113");
    private static final List<String> PHONES =
            List.of("ENTPersonTelPerso", "ENTPersRelEleveTelPro", "ENTPersRelEleveTelMobile");
    private static final int CLASS_PARTS = 5;
    private static final int CLASS_ID = 3;
    private static final int GUARDIAN_PARTS = 2;

    private final Composites composites;
    private final PersonValues people;
    private final SchoolValues schools;

    FirstDegreeForm(Findings findings) {
        composites = new Composites(findings);
        people = new PersonValues(findings, "ENTPersonNom", "ENTPersonPrenom", "ENTPersonCivilite");
        schools = new SchoolValues(findings);
    }

    @Override
    public String uaiAttribute(RawRecord record) {
        return "ENTStructureUAI";
    }

    @Override
    public FeedRecord school(RawRecord record) {
        return new FeedRecord.School(
                record.file(),
                record.key(),
                record.one("ENTStructureUAI").toUpperCase(Locale.ROOT),
                schools.name(record),
                record.one("ENTStructureTypeStruct"),
                record.one("ENTEtablissementContrat"),
                SchoolValues.lines(record.one("ENTStructureAdresse")),
                record.one("ENTStructureCodePostal"),
                FrenchCase.of(record.one("ENTStructureVille")),
                record.first("ENTStructureEmail", "ENTStructureMailSI"),
                record.one("ENTStructureTelephone"),
                record.one("ENTEcoleCirconscription"),
                record.one("ENTEcoleCommune"),
                record.one("ENTEcoleRPI"),
                record.attributes());
    }

    @Override
    public FeedRecord pupil(RawRecord record) {
        String level = Composites.label(record.one("ENTEleveNiveau"));
        return new FeedRecord.Pupil(
                record.file(),
                record.key(),
                record.one("ENTEleveINE").toUpperCase(Locale.ROOT),
                people.names(record),
                people.birthDate(record),
                record.one("ENTPersonMail"),
                record.all("ENTPersonStructRattach"),
                composites.classes(record, "ENTPersonClasses", CLASS_PARTS, CLASS_ID),
                composites.classes(record, "ENTPersonGroupes", CLASS_PARTS, CLASS_ID),
                level,
                isNursery(level, record.one("ENTEleveNiveau")),
                composites.guardians(record, "ENTEleveAutoriteParentale", GUARDIAN_PARTS),
                record.attributes());
    }

    @Override
    public FeedRecord guardian(RawRecord record) {
        return people.guardian(record, "ENTPersonMail", PHONES, "ENTPersRelEleveEleve");
    }

    @Override
    public FeedRecord staff(RawRecord record) {
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
                record.attributes());
    }

    @Override
    public void verify(RawRecord change) {
        if (change.kind() == Kind.SCHOOL) {
            schools.verify(change);
            return;
        }
        people.verify(change);
        composites.classes(change, "ENTPersonClasses", CLASS_PARTS, CLASS_ID);
        composites.classes(change, "ENTPersonGroupes", CLASS_PARTS, CLASS_ID);
        composites.guardians(change, "ENTEleveAutoriteParentale", GUARDIAN_PARTS);
        composites.functions(change, "ENTPersonFonctions");
    }

    private static boolean isNursery(String label, String written) {
        String code = written.contains("$")
                ? written.substring(0, written.indexOf('$')).strip()
                : "";
        return NURSERY_LABELS.contains(label.toUpperCase(Locale.ROOT))
                || label.isEmpty() && NURSERY_CODES.contains(code);
    }
}
