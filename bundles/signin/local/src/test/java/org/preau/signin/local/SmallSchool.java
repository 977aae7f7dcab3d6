package org.preau.signin.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Child;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.directory.NewAccount;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;
import org.preau.testkit.StandIn;

/** One school with one class, and whom a test puts there. */
final class SmallSchool {
    final Structure school = new Structure(Ids.next(), StructureKind.SCHOOL, "0770001A", "École <du> Nord", "Ville");
    final SchoolClass cp = new SchoolClass(Ids.next(), school.id(), "CP A", 1);
    String email = "";
    private final Map<UUID, Account> known = new LinkedHashMap<>();
    private final Map<UUID, List<Membership>> memberships = new HashMap<>();
    private final Map<UUID, List<Child>> children = new HashMap<>();

    /** Somebody of the school; pupils and guardians are in its class. */
    Account account(String login, Profile profile, AccountState state) {
        Account account = new Account(Ids.next(), Ids.next(), login, state, profile, "Ada", "Martinez");
        known.put(account.id(), account);
        List<Membership> own = new ArrayList<>();
        own.add(new Membership(Scope.structure(school.id()), profile, school.id(), school.name(), null));
        if (profile.isFamily()) {
            own.add(new Membership(Scope.schoolClass(cp.id()), profile, school.id(), cp.name(), null));
        }
        memberships.put(account.personId(), own);
        return account;
    }

    void child(Account guardian, String firstName) {
        children.computeIfAbsent(guardian.personId(), id -> new ArrayList<>())
                .add(new Child(Ids.next(), firstName, "Martinez", school.id(), cp.id(), cp.name()));
    }

    void state(UUID accountId, AccountState state) {
        Account account = known.get(accountId);
        known.put(
                accountId,
                new Account(
                        accountId,
                        account.personId(),
                        account.login(),
                        state,
                        account.profile(),
                        account.firstName(),
                        account.lastName()));
    }

    Accounts accounts() {
        return StandIn.of(Accounts.class, (method, arguments) -> switch (method) {
            case "byId" -> Optional.ofNullable(known.get((UUID) arguments[0]));
            case "byLogin" -> byLogin((String) arguments[0]);
            case "activate" -> {
                state((UUID) arguments[0], AccountState.ACTIVE);
                yield null;
            }
            case "create" -> create((NewAccount) arguments[0]);
            case "ofScope" -> ofScope((Scope) arguments[0], (Profile) arguments[1]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    Directory directory() {
        return StandIn.of(Directory.class, (method, arguments) -> switch (method) {
            case "scopesOf" -> List.copyOf(memberships.getOrDefault((UUID) arguments[0], List.of()));
            case "childrenOf" -> List.copyOf(children.getOrDefault((UUID) arguments[0], List.of()));
            case "classesOf" -> List.of(cp);
            case "person" ->
                Optional.of(new PersonView(
                        (UUID) arguments[1], "Ada", "Martinez", Profile.ACADEMY, List.of(), email, true));
            default -> throw new UnsupportedOperationException(method);
        });
    }

    Structures structures() {
        return StandIn.of(Structures.class, (method, arguments) -> switch (method) {
            case "byId" -> Optional.of(school).filter(one -> one.id().equals(arguments[0]));
            case "withDescendants" -> Set.of(school.id());
            case "byCode" -> Optional.of(school).filter(one -> one.code().equals(arguments[0]));
            default -> throw new UnsupportedOperationException(method);
        });
    }

    Optional<Account> byLogin(String login) {
        return known.values().stream()
                .filter(account -> account.login().equalsIgnoreCase(login))
                .findFirst();
    }

    private Account create(NewAccount wanted) {
        String login = wanted.login().orElseThrow();
        if (byLogin(login).isPresent()) {
            throw new PortalException(ErrorCode.CONFLICT, "login in use", null);
        }
        return account(login, wanted.profile(), AccountState.INACTIVE);
    }

    private Page<Account> ofScope(Scope scope, Profile profile) {
        List<Account> found = known.values().stream()
                .filter(account -> memberships.get(account.personId()).stream()
                        .anyMatch(membership -> membership.scope().equals(scope) && membership.profile() == profile))
                .toList();
        return new Page<>(found, found.size());
    }
}
