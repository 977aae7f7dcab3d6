package org.preau.signin.educonnect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Child;
import org.preau.api.directory.Directory;
import org.preau.api.directory.DirectoryTotals;
import org.preau.api.directory.Membership;
import org.preau.api.directory.NewAccount;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;

/** Accounts by their keys in the AAF, and where they belong. */
final class Families implements Accounts, Directory {
    final Map<String, List<Account>> bySource = new LinkedHashMap<>();
    final Map<UUID, List<Membership>> places = new LinkedHashMap<>();
    final Map<UUID, List<Child>> children = new LinkedHashMap<>();

    Account add(String academyAndKey, Profile profile, AccountState state, String firstName, String place) {
        Account account = new Account(Ids.next(), Ids.next(), firstName, state, profile, firstName, "Martin");
        bySource.computeIfAbsent(academyAndKey, unused -> new ArrayList<>()).add(account);
        places.put(
                account.personId(),
                List.of(new Membership(new Scope(Scope.Kind.CLASS, Ids.next()), profile, Ids.next(), place, null)));
        return account;
    }

    @Override
    public List<Account> bySource(String feed, String academy, String key) {
        return bySource.getOrDefault(feed + " " + academy + " " + key, List.of());
    }

    @Override
    public List<Membership> scopesOf(UUID personId) {
        return places.getOrDefault(personId, List.of());
    }

    @Override
    public List<Child> childrenOf(UUID guardianId) {
        return children.getOrDefault(guardianId, List.of());
    }

    @Override
    public Optional<Account> byId(UUID accountId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Account> byLogin(String login) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Account> ofPerson(UUID personId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Account> ofScope(Scope scope, Profile profile, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Account create(NewAccount account) {
        throw new UnsupportedOperationException("a counter creates nobody");
    }

    @Override
    public void activate(UUID accountId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setState(UUID accountId, AccountState state) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<PersonView> person(Subject viewer, UUID personId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SchoolClass> classesOf(UUID structureId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<SchoolClass> schoolClass(UUID classId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<PersonView> members(Subject viewer, Scope scope, Set<Profile> profiles, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<PersonView> search(Subject viewer, String text, Optional<UUID> within, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DirectoryTotals totals(Optional<UUID> schoolId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void assignTeacher(UUID classId, UUID personId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unassignTeacher(UUID classId, UUID personId) {
        throw new UnsupportedOperationException();
    }
}
