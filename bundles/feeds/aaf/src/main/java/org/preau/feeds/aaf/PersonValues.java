package org.preau.feeds.aaf;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.FeedRecord.Names;

/** What every person has: names, date of birth; and guardians, who are the same in both degrees but for the names of attributes. */
final class PersonValues {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final String BIRTH = "ENTPersonDateNaissance";

    private final Findings findings;
    private final String lastNameAttribute;
    private final String firstNameAttribute;
    private final String titleAttribute;

    PersonValues(Findings findings, String lastNameAttribute, String firstNameAttribute, String titleAttribute) {
        this.findings = findings;
        this.lastNameAttribute = lastNameAttribute;
        this.firstNameAttribute = firstNameAttribute;
        this.titleAttribute = titleAttribute;
    }

    Names names(RawRecord record) {
        String lastName = record.one(lastNameAttribute);
        String firstName = record.one(firstNameAttribute);
        if (lastName.isEmpty() || firstName.isEmpty()) {
            nameless(record, lastName.isEmpty() ? lastNameAttribute : firstNameAttribute);
        }
        return new Names(
                lastName,
                firstName,
                record.all("ENTPersonAutresPrenoms"),
                record.one("ENTPersonNomPatro"),
                record.one(titleAttribute));
    }

    @Nullable
    LocalDate birthDate(RawRecord record) {
        String written = record.one(BIRTH);
        if (written.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(written, DAY);
        } catch (DateTimeParseException e) {
            findings.warn("bad-date", record.file(), record.key(), BIRTH, written);
            return null;
        }
    }

    FeedRecord guardian(RawRecord record, String mail, List<String> phoneAttributes, String children) {
        Map<String, String> phones = new LinkedHashMap<>();
        for (String attribute : phoneAttributes) {
            String phone = record.one(attribute);
            if (!phone.isEmpty()) {
                phones.put(attribute, phone);
            }
        }
        return new FeedRecord.Guardian(
                record.file(),
                record.key(),
                names(record),
                birthDate(record),
                record.one(mail),
                phones,
                SchoolValues.lines(record.one("ENTPersonAdresse")),
                record.one("ENTPersonCodePostal"),
                record.one("ENTPersonVille"),
                record.one("ENTPersonPays"),
                record.yes("ENTPersonAdresseDiffusion"),
                record.all(children),
                record.attributes());
    }

    /** Tells what is wrong with the names and dates that a change brings. */
    void verify(RawRecord change) {
        for (String name : List.of(lastNameAttribute, firstNameAttribute)) {
            if (change.takesAway(name)) {
                nameless(change, name);
            }
        }
        birthDate(change);
    }

    private void nameless(RawRecord record, String attribute) {
        findings.warn("missing-name", record.file(), record.key(), attribute);
    }
}
