package org.preau.feeds.demo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.authorisation.Grants;
import org.preau.api.authorisation.Role;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Child;
import org.preau.api.directory.Directory;
import org.preau.api.directory.NewAccount;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;

/** Accounts ready for each profile. Begun again after a kill it gives new passwords to the same accounts and writes the file again. */
final class DemoAccounts {
    private final Directory directory;
    private final Structures structures;
    private final Accounts accounts;
    private final Grants grants;
    private final ReadyAccounts ready;
    private final AccountsFile file;
    private final List<AccountsFile.Line> lines = new ArrayList<>();

    DemoAccounts(
            Directory directory,
            Structures structures,
            Accounts accounts,
            Grants grants,
            ReadyAccounts ready,
            AccountsFile file) {
        this.directory = directory;
        this.structures = structures;
        this.accounts = accounts;
        this.grants = grants;
        this.ready = ready;
        this.file = file;
    }

    /** Makes them all and writes the file. */
    void make(DemoCast cast) {
        lines.clear();
        SchoolPlan town = SchoolPlan.ALL.get(0);
        family(town, cast);
        for (SchoolPlan plan : List.of(town, SchoolPlan.ALL.get(1))) {
            Structure school = structure(plan.uai());
            SchoolClass schoolClass = oldest(school, plan);
            for (Profile profile : List.of(Profile.STUDENT, Profile.TEACHER)) {
                first(Scope.schoolClass(schoolClass.id()), profile)
                        .ifPresent(person -> add(person, profile, label(school) + ", " + schoolClass.name()));
            }
            first(Scope.structure(school.id()), Profile.HEAD)
                    .ifPresent(person -> add(person, Profile.HEAD, label(school)));
        }
        Structure school = structure(town.uai());
        first(Scope.structure(school.id()), Profile.STAFF)
                .ifPresent(person -> add(person, Profile.STAFF, label(school)));
        Structure circonscription = structure(SchoolPlan.CIRCONSCRIPTION);
        administrator("inspection", Profile.INSPECTOR, circonscription, "Agnès", "Delorme", Role.ADM);
        administrator("conseil", Profile.ADVISER, circonscription, "Loïc", "Ferrand", null);
        administrator("commune", Profile.TERRITORY, structure(town.communeCode()), "Nadia", "Lacombe", Role.ADMC);
        administrator("academie", Profile.ACADEMY, structure(SchoolPlan.ACADEMY), "Olivier", "Marquet", Role.ADM);
        file.write(lines);
    }

    /** The guardian with a child in two schools, and these children. */
    private void family(SchoolPlan plan, DemoCast cast) {
        Structure school = structure(plan.uai());
        String name = cast.guardianFirstName() + " " + cast.guardianLastName();
        for (PersonView person : directory
                .search(Subject.SYSTEM, name, Optional.of(school.id()), PageRequest.first(10))
                .items()) {
            List<Child> children = directory.childrenOf(person.id());
            Set<UUID> schools = new LinkedHashSet<>();
            children.forEach(child -> schools.add(child.structureId()));
            if (schools.size() > 1) {
                String where = String.join(
                        " ; ",
                        children.stream()
                                .map(child -> child.firstName() + " : " + label(byId(child.structureId())) + ", "
                                        + child.className())
                                .toList());
                add(person, Profile.GUARDIAN, where);
                Child child = children.get(0);
                directory
                        .person(Subject.SYSTEM, child.personId())
                        .ifPresent(pupil -> add(
                                pupil, Profile.STUDENT, label(byId(child.structureId())) + ", " + child.className()));
                return;
            }
        }
        throw new IllegalStateException("no guardian with children in two schools named " + name);
    }

    private void administrator(
            String login,
            Profile profile,
            Structure structure,
            String firstName,
            String lastName,
            @Nullable Role role) {
        Account account = accounts.byLogin(login)
                .orElseGet(() -> accounts.create(
                        new NewAccount(Optional.of(login), profile, structure.id(), firstName, lastName)));
        if (role != null) {
            grants.add(Subject.SYSTEM, account.id(), role, structure.id(), null);
        }
        add(account, profile, structure.name());
    }

    private void add(PersonView person, Profile profile, String where) {
        accounts.ofPerson(person.id()).stream().findFirst().ifPresent(account -> add(account, profile, where));
    }

    private void add(Account account, Profile profile, String where) {
        if (lines.stream().noneMatch(line -> line.login().equals(account.login()))) {
            lines.add(new AccountsFile.Line(
                    account.login(),
                    ready.ready(account),
                    profile.name(),
                    account.firstName() + " " + account.lastName(),
                    where));
        }
    }

    private Optional<PersonView> first(Scope scope, Profile profile) {
        return directory.members(Subject.SYSTEM, scope, Set.of(profile), PageRequest.first(1)).items().stream()
                .findFirst();
    }

    /** The class of the oldest pupils, who all have accounts. */
    private SchoolClass oldest(Structure school, SchoolPlan plan) {
        String name = plan.classes().get(plan.classes().size() - 1);
        return directory.classesOf(school.id()).stream()
                .filter(schoolClass -> schoolClass.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Structure structure(String code) {
        return structures.byCode(code).orElseThrow(() -> new IllegalStateException("no structure " + code));
    }

    private Structure byId(UUID id) {
        return structures.byId(id).orElseThrow();
    }

    private static String label(Structure school) {
        return school.name() + (school.city().isBlank() ? "" : " (" + school.city() + ")");
    }
}
