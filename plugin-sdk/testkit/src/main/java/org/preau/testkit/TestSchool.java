package org.preau.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.preau.api.base.Profile;
import org.preau.api.directory.Child;
import org.preau.api.directory.Membership;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.signin.PortalSession;

/** A school with one person of each profile, the same in every run: École Les Tilleuls (0240001A), its class CE1, and what is above it. */
public final class TestSchool {
    private final Structure academy = structure(StructureKind.ACADEMY, "24", "Académie d’essai", "");
    private final Structure circonscription =
            structure(StructureKind.CIRCONSCRIPTION, "0240100B", "Circonscription d’essai", "");
    private final Structure commune = structure(StructureKind.COMMUNE, "commune-24001", "Essaiville", "");
    private final Structure school = structure(StructureKind.SCHOOL, "0240001A", "École Les Tilleuls", "Essaiville");
    private final SchoolClass ce1 = new SchoolClass(id("class CE1"), school.id(), "CE1", 1);
    private final Map<Profile, PersonView> people = new EnumMap<>(Profile.class);

    /** Puts school and people into the directory and the tree. */
    public TestSchool(FakeDirectory directory, FakeStructures structures) {
        structures.add(academy).add(circonscription, academy).add(commune).add(school, circonscription, commune);
        directory.add(ce1);
        person(directory, Profile.STUDENT, "Léa", "Martin", at(school), in(ce1));
        person(directory, Profile.GUARDIAN, "Anne", "Martin", at(school), in(ce1));
        person(directory, Profile.TEACHER, "Claire", "Verdier", at(school), in(ce1));
        person(directory, Profile.HEAD, "Sophie", "Lamy", at(school));
        person(directory, Profile.STAFF, "Paul", "Roche", at(school));
        person(directory, Profile.GUEST, "Inès", "Duval", at(school));
        person(directory, Profile.INSPECTOR, "Marc", "Imbert", at(circonscription));
        person(directory, Profile.ADVISER, "Nadia", "Benali", at(circonscription));
        person(directory, Profile.TERRITORY, "Jean", "Colin", at(commune));
        person(directory, Profile.ACADEMY, "Hélène", "Faure", at(academy));
        directory.guardian(
                personId(Profile.GUARDIAN),
                new Child(personId(Profile.STUDENT), "Léa", "Martin", school.id(), ce1.id(), ce1.name()));
    }

    /** The school. */
    public Structure school() {
        return school;
    }

    /** Its class CE1: the pupil's and the teacher's. */
    public SchoolClass schoolClass() {
        return ce1;
    }

    /** The person of that profile. */
    public PersonView person(Profile profile) {
        return Objects.requireNonNull(people.get(profile));
    }

    /** The id of the person of that profile. */
    public UUID personId(Profile profile) {
        return person(profile).id();
    }

    /** The person of that profile, signed in. */
    public PortalSession session(Profile profile) {
        PersonView person = person(profile);
        Structure place = placeOf(profile);
        return new PortalSession(
                id("session " + profile),
                id("account " + profile),
                person.id(),
                (person.firstName() + "." + person.lastName()).toLowerCase(java.util.Locale.ROOT),
                person.firstName(),
                person.lastName(),
                "local",
                Instant.parse("2026-11-23T08:55:00Z"),
                new PortalSession.Context(profile, place.id(), place.name(), place.code(), null));
    }

    private Structure placeOf(Profile profile) {
        return switch (profile) {
            case STUDENT, GUARDIAN, TEACHER, HEAD, STAFF, GUEST -> school;
            case INSPECTOR, ADVISER -> circonscription;
            case TERRITORY -> commune;
            case ACADEMY -> academy;
        };
    }

    private void person(FakeDirectory directory, Profile profile, String first, String last, Place... places) {
        PersonView person = new PersonView(id("person " + profile), first, last, profile, List.of(), "", true);
        people.put(profile, person);
        UUID child = profile == Profile.GUARDIAN ? id("person " + Profile.STUDENT) : null;
        Membership[] of = new Membership[places.length];
        for (int i = 0; i < places.length; i++) {
            of[i] = new Membership(places[i].scope(), profile, places[i].structureId(), places[i].label(), child);
        }
        directory.add(person, of);
    }

    private static Place at(Structure structure) {
        return new Place(Scope.structure(structure.id()), structure.id(), structure.name());
    }

    private static Place in(SchoolClass schoolClass) {
        return new Place(Scope.schoolClass(schoolClass.id()), schoolClass.structureId(), schoolClass.name());
    }

    private static Structure structure(StructureKind kind, String code, String name, String city) {
        return new Structure(id("structure " + code), kind, code, name, city);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private record Place(Scope scope, UUID structureId, String label) {}
}
