package org.preau.feeds.aaf;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.load.FeedRecord.Names;

/** What every person has: names, date of birth. */
final class PersonValues {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final Findings findings;

    PersonValues(Findings findings) {
        this.findings = findings;
    }

    Names names(RawRecord record) {
        String lastName = record.one("ENTPersonNom");
        String firstName = record.one("ENTPersonPrenom");
        if (lastName.isEmpty() || firstName.isEmpty()) {
            String missing = lastName.isEmpty() ? "ENTPersonNom" : "ENTPersonPrenom";
            findings.warn(
                    "missing-name", record.file(), record.key(), missing, "a person without name; taken as it is");
        }
        return new Names(
                lastName,
                firstName,
                record.all("ENTPersonAutresPrenoms"),
                record.one("ENTPersonNomPatro"),
                record.one("ENTPersonCivilite"));
    }

    @Nullable
    LocalDate birthDate(RawRecord record) {
        String written = record.one("ENTPersonDateNaissance");
        if (written.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(written, DAY);
        } catch (DateTimeParseException e) {
            String message = "date " + written + ": dd/MM/yyyy is wanted; left out";
            findings.warn("bad-date", record.file(), record.key(), "ENTPersonDateNaissance", message);
            return null;
        }
    }
}
