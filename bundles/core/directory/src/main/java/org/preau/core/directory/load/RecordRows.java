package org.preau.core.directory.load;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Ids;
import org.preau.api.base.Profile;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.FeedRecord.ClassRef;
import org.preau.api.directory.load.FeedRecord.GuardianRef;
import org.preau.api.directory.load.RecordKind;

/** Writes records as rows of the staging tables. Used by one thread. */
final class RecordRows {
    private static final Set<String> LEGAL_LINKS = Set.of("10", "20", "50", "51", "1", "2", "3", "5");

    private final CopyRows schools;
    private final CopyRows people;
    private final CopyRows affiliations;
    private final CopyRows members;
    private final CopyRows links;
    private final Digest digest = new Digest();
    private int n;
    private int current;
    private int extra;
    private @Nullable String knownAs;

    RecordRows(Staging staging) {
        schools = staging.rowsOf("school");
        people = staging.rowsOf("person");
        affiliations = staging.rowsOf("affiliation");
        members = staging.rowsOf("member");
        links = staging.rowsOf("link");
    }

    /** What kind of record it is. */
    static RecordKind kindOf(FeedRecord record) {
        if (record instanceof FeedRecord.School) {
            return RecordKind.SCHOOL;
        } else if (record instanceof FeedRecord.Pupil) {
            return RecordKind.PUPIL;
        }
        return record instanceof FeedRecord.Guardian ? RecordKind.GUARDIAN : RecordKind.STAFF;
    }

    /** The number of the next record. */
    int next() {
        return ++n;
    }

    /** Writes a record that the archive names. */
    void add(FeedRecord record) {
        add(record, next(), 0, null);
    }

    /**
     * Writes a record.
     *
     * @param number its number: of two with one key the later counts
     * @param why 0 if the archive names it, 1 if it is staged again because of others, 2 if it is because something it names goes
     * @param hint the key under which the person is known now, if it is another
     */
    void add(FeedRecord record, int number, int why, @Nullable String hint) {
        current = number;
        extra = why;
        knownAs = hint;
        if (record instanceof FeedRecord.School school) {
            add(school);
        } else if (record instanceof FeedRecord.Pupil pupil) {
            add(pupil);
        } else if (record instanceof FeedRecord.Guardian guardian) {
            add(guardian);
        } else if (record instanceof FeedRecord.Staff staff) {
            add(staff);
        }
    }

    private void add(FeedRecord.School school) {
        String raw = JsonText.of(school.raw());
        schools.put(current).put(extra).put(school.key()).put(school.file()).put(school.uai()).put(school.name());
        schools.put(school.type()).put(school.contract()).put(school.address()).put(school.postalCode());
        schools.put(school.city()).put(school.email()).put(school.phone()).put(school.circonscription());
        schools.put(school.commune()).put(school.rpi()).put(raw);
        schools.put(digest.of(
                school.key(),
                school.uai(),
                school.name(),
                school.type(),
                school.contract(),
                school.address(),
                school.postalCode(),
                school.city(),
                school.email(),
                school.phone(),
                school.circonscription(),
                school.commune(),
                school.rpi()));
        schools.put(digest.of(raw)).end();
    }

    private void add(FeedRecord.Pupil pupil) {
        String raw = JsonText.of(pupil.raw());
        PersonRow row = new PersonRow("PUPIL", pupil, pupil.names(), pupil.birthDate(), pupil.email());
        row.level = pupil.level();
        row.nursery = pupil.nursery();
        row.ine = pupil.ine();
        // a class's name is not the pupil's business: renaming it changes nobody
        Object places = List.of(pupil.schools(), keys(pupil.classes()), keys(pupil.groups()), pupil.guardians());
        write(row, Profile.STUDENT, raw, digest.of(row.content(), places));
        for (String school : new LinkedHashSet<>(pupil.schools())) {
            affiliation(school, Profile.STUDENT, "");
        }
        pupil.classes().forEach(each -> member("CLASS", each));
        pupil.groups().forEach(each -> member("GROUP", each));
        for (GuardianRef link : onceEach(pupil.guardians())) {
            links.put(current).put(link.guardian()).put(link.linkCode());
            links.put(LEGAL_LINKS.contains(link.linkCode())).end();
        }
    }

    /** Of a guardian who is named twice, the first link by code. */
    private static Collection<GuardianRef> onceEach(List<GuardianRef> links) {
        if (links.size() < 2) {
            return links;
        }
        Map<String, GuardianRef> once = new LinkedHashMap<>();
        for (GuardianRef link : links) {
            once.merge(link.guardian(), link, (a, b) -> a.linkCode().compareTo(b.linkCode()) <= 0 ? a : b);
        }
        return once.values();
    }

    private void add(FeedRecord.Guardian guardian) {
        String raw = JsonText.of(guardian.raw());
        PersonRow row = new PersonRow("GUARDIAN", guardian, guardian.names(), guardian.birthDate(), guardian.email());
        row.phones = JsonText.of(guardian.phones());
        row.address = guardian.address();
        row.postalCode = guardian.postalCode();
        row.city = guardian.city();
        row.country = guardian.country();
        row.addressReleasable = guardian.addressReleasable();
        write(row, Profile.GUARDIAN, raw, digest.of(row.content()));
    }

    private void add(FeedRecord.Staff staff) {
        String raw = JsonText.of(staff.raw());
        PersonRow row = new PersonRow("STAFF", staff, staff.names(), staff.birthDate(), staff.email());
        Set<String> places = new LinkedHashSet<>(staff.schools());
        places.addAll(staff.headOf());
        Profile ordinary = staff.teacher() ? Profile.TEACHER : Profile.STAFF;
        Profile foremost = staff.headOf().isEmpty() ? ordinary : Profile.HEAD;
        write(
                row,
                foremost,
                raw,
                digest.of(row.content(), places, staff.headOf(), staff.teacher(), staff.functions()));
        for (String school : places) {
            Profile profile = staff.headOf().contains(school) ? Profile.HEAD : ordinary;
            affiliation(school, profile, functions(staff, school));
        }
    }

    private static String functions(FeedRecord.Staff staff, String school) {
        return staff.functions().stream()
                .filter(function -> function.school().equals(school))
                .map(function -> function.label().isEmpty() ? function.code() : function.label())
                .filter(label -> !label.isEmpty())
                .map(label -> label.substring(0, 1) + label.substring(1).toLowerCase(Locale.FRENCH))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static List<List<String>> keys(List<ClassRef> classes) {
        return classes.stream().map(each -> List.of(each.school(), each.id())).toList();
    }

    private void affiliation(String school, Profile profile, String functions) {
        affiliations.put(current).put(school).put(profile).put(functions).end();
    }

    private void member(String kind, ClassRef place) {
        members.put(current)
                .put(place.school())
                .put(kind)
                .put(place.id())
                .put(place.name())
                .end();
    }

    private void write(PersonRow row, Profile profile, String raw, UUID sum) {
        people.put(current).put(extra).put(knownAs);
        row.write(people, Ids.next(), Ids.next(), profile, raw, sum, digest.of(raw));
    }
}
