package org.preau.feeds.aaf;

import java.util.List;
import java.util.Locale;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.FeedRecord.Function;

/** The second degree: SDET annexe 4bis, dialect AAF 2D. A class has no identifier there: its name within its school is one. Used by one thread, unless its findings are silent. */
final class SecondDegreeForm implements DegreeForm {
    private static final List<String> PHONES = List.of("homePhone", "telephoneNumber", "mobile", "ENTPersonMobileSMS");
    private static final int CLASS_PARTS = 2;
    private static final int CLASS_ID = 1;
    private static final int GUARDIAN_PARTS = 6;

    private final Composites composites;
    private final PersonValues people;
    private final SchoolValues schools;

    SecondDegreeForm(Findings findings) {
        composites = new Composites(findings);
        people = new PersonValues(findings, "sn", "givenName", "personalTitle");
        schools = new SchoolValues(findings);
    }

    @Override
    public String uaiAttribute(RawRecord record) {
        return record.has("ENTStructureUAI") ? "ENTStructureUAI" : "ENTEtablissementUAI";
    }

    @Override
    public FeedRecord school(RawRecord record) {
        return new FeedRecord.School(
                record.file(),
                record.key(),
                record.one(uaiAttribute(record)).toUpperCase(Locale.ROOT),
                schools.name(record),
                record.one("ENTStructureTypeStruct"),
                record.one("ENTEtablissementContrat"),
                SchoolValues.lines(record.one("street")),
                record.one("postalCode"),
                FrenchCase.of(record.one("l")),
                record.first("ENTStructureEmail", "mail"),
                record.one("telephoneNumber"),
                "",
                "",
                "",
                record.attributes());
    }

    @Override
    public FeedRecord pupil(RawRecord record) {
        return new FeedRecord.Pupil(
                record.file(),
                record.key(),
                record.one("ENTEleveINE").toUpperCase(Locale.ROOT),
                people.names(record),
                people.birthDate(record),
                record.one("mail"),
                schools(record),
                composites.classes(record, "ENTEleveClasses", CLASS_PARTS, CLASS_ID),
                composites.classes(record, "ENTEleveGroupes", CLASS_PARTS, CLASS_ID),
                record.first("ENTEleveLibelleMEF", "ENTEleveNivFormation"),
                false,
                composites.guardians(record, "ENTElevePersRelEleve", GUARDIAN_PARTS),
                record.attributes());
    }

    @Override
    public FeedRecord guardian(RawRecord record) {
        String children = record.has("ENTAuxPersRelEleveEleve") ? "ENTAuxPersRelEleveEleve" : "ENTPersRelEleveEleve";
        return people.guardian(record, "mail", PHONES, children);
    }

    @Override
    public FeedRecord staff(RawRecord record) {
        List<Function> functions = composites.functions(record, "ENTPersonFonctions");
        boolean teaches = record.has("PersEducNatPresenceDevantEleves")
                ? record.yes("PersEducNatPresenceDevantEleves")
                : functions.stream().anyMatch(each -> each.code().equals("ENS"));
        return new FeedRecord.Staff(
                record.file(),
                record.key(),
                people.names(record),
                people.birthDate(record),
                record.one("mail"),
                schools(record),
                functions.stream()
                        .filter(each -> each.code().equals("DIR"))
                        .map(Function::school)
                        .toList(),
                teaches,
                functions,
                record.attributes());
    }

    @Override
    public void verify(RawRecord change) {
        if (change.kind() == Kind.SCHOOL) {
            schools.verify(change);
            return;
        }
        people.verify(change);
        composites.classes(change, "ENTEleveClasses", CLASS_PARTS, CLASS_ID);
        composites.classes(change, "ENTEleveGroupes", CLASS_PARTS, CLASS_ID);
        composites.guardians(change, "ENTElevePersRelEleve", GUARDIAN_PARTS);
        composites.functions(change, "ENTPersonFonctions");
    }

    private static List<String> schools(RawRecord record) {
        return record.has("ENTPersonStructRattach")
                ? record.all("ENTPersonStructRattach")
                : record.all("ENTEleveStructRattachId");
    }
}
