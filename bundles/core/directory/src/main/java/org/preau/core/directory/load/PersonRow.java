package org.preau.core.directory.load;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Profile;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.FeedRecord.Names;
import org.preau.core.directory.NameForms;

/** One row of the staged people; what a kind of person has not stays as it is here. */
final class PersonRow {
    String phones = "{}";
    String address = "";
    String postalCode = "";
    String city = "";
    String country = "";
    boolean addressReleasable;
    String level = "";
    boolean nursery;
    String ine = "";

    private final String kind;
    private final FeedRecord record;
    private final Names names;
    private final @Nullable LocalDate birthDate;
    private final String email;

    PersonRow(String kind, FeedRecord record, Names names, @Nullable LocalDate birthDate, String email) {
        this.kind = kind;
        this.record = record;
        this.names = names;
        this.birthDate = birthDate;
        this.email = email;
    }

    /** All that a change of it makes a change of the person. */
    List<@Nullable Object> content() {
        return Arrays.asList(
                names,
                birthDate,
                email,
                phones,
                address,
                postalCode,
                city,
                country,
                addressReleasable,
                level,
                nursery,
                ine);
    }

    void write(
            CopyRows rows, UUID newId, UUID accountId, Profile profile, String raw, UUID digest, UUID rawDigest) {
        String firstName = names.firstName();
        String lastName = names.lastName();
        rows.put(kind).put(record.key()).put(record.file()).put(newId).put(accountId);
        rows.put(lastName).put(firstName).put(String.join(" ", names.otherNames()));
        rows.put(names.birthName()).put(names.title()).put(birthDate).put(email);
        rows.put(phones).put(address).put(postalCode).put(city).put(country).put(addressReleasable);
        rows.put(level).put(nursery).put(profile).put(ine);
        String birthName = names.birthName().equals(lastName) ? "" : " " + names.birthName();
        rows.put(NameForms.plain(lastName + " " + firstName));
        rows.put(NameForms.plain(firstName + " " + lastName + birthName));
        rows.put(NameForms.loginBase(firstName, lastName));
        rows.put(raw).put(digest).put(rawDigest).end();
    }
}
