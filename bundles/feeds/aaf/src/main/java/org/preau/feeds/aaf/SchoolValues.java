package org.preau.feeds.aaf;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.preau.api.directory.load.FeedRecord;

/** Reads a school. */
final class SchoolValues {
    private static final Pattern UAI = Pattern.compile("[0-9]{7}[A-Z]");
    private static final int NAME_PARTS = 3;

    private final Findings findings;

    SchoolValues(Findings findings) {
        this.findings = findings;
    }

    FeedRecord school(RawRecord record, Map<String, List<String>> raw) throws BadSliceException {
        String uai = record.one("ENTStructureUAI").toUpperCase(Locale.ROOT);
        if (!UAI.matcher(uai).matches()) {
            String message = "\"" + uai + "\" is no UAI: seven digits and a letter are wanted";
            throw new BadSliceException("bad-uai", record.key(), "ENTStructureUAI", message, false);
        }
        return new FeedRecord.School(
                record.file(),
                record.key(),
                uai,
                name(record),
                record.one("ENTStructureTypeStruct"),
                record.one("ENTEtablissementContrat"),
                lines(record.one("ENTStructureAdresse")),
                record.one("ENTStructureCodePostal"),
                FrenchCase.of(record.one("ENTStructureVille")),
                firstOf(record, "ENTStructureEmail", "ENTStructureMailSI"),
                record.one("ENTStructureTelephone"),
                record.one("ENTEcoleCirconscription"),
                record.one("ENTEcoleCommune"),
                record.one("ENTEcoleRPI"),
                raw);
    }

    /** Address lines, which AAF joins by dollar signs. */
    static String lines(String address) {
        return address.replace('$', '\n').strip();
    }

    /** The name within {@code TYPE$NAME$CITY}; another form is taken whole. */
    private String name(RawRecord record) {
        String written = record.one("ENTStructureNomCourant");
        String[] parts = written.split("\\$", -1);
        if (parts.length == NAME_PARTS && !parts[1].isBlank()) {
            return FrenchCase.of(parts[1].strip());
        }
        findings.warn(
                "bad-composite",
                record.file(),
                record.key(),
                "ENTStructureNomCourant",
                "value " + written + ": type, name and city are wanted; taken whole");
        return FrenchCase.of(written.replace('$', ' ').strip());
    }

    private static String firstOf(RawRecord record, String first, String second) {
        return record.one(first).isEmpty() ? record.one(second) : record.one(first);
    }
}
