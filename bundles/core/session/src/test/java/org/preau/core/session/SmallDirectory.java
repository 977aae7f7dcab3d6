package org.preau.core.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.base.Ids;
import org.preau.api.base.Profile;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Child;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;
import org.preau.testkit.StandIn;

/** Two schools and whom a test puts there. */
final class SmallDirectory {
    final Structure north = school("0770001A", "École du Nord");
    final Structure south = school("0770002B", "École du Sud");
    private final Map<UUID, Account> known = new LinkedHashMap<>();
    private final Map<UUID, List<Membership>> memberships = new HashMap<>();
    private final Map<UUID, List<Child>> children = new HashMap<>();

    Account account(Profile profile, AccountState state, Structure... schools) {
        Account account =
                new Account(Ids.next(), Ids.next(), "ada.martin" + known.size(), state, profile, "Ada", "Martin");
        known.put(account.id(), account);
        for (Structure school : schools) {
            join(account, school, profile);
        }
        return account;
    }

    void state(Account account, AccountState state) {
        known.put(
                account.id(),
                new Account(
                        account.id(),
                        account.personId(),
                        account.login(),
                        state,
                        account.profile(),
                        account.firstName(),
                        account.lastName()));
    }

    void join(Account account, Structure school, Profile profile) {
        memberships
                .computeIfAbsent(account.personId(), id -> new ArrayList<>())
                .add(new Membership(Scope.structure(school.id()), profile, school.id(), school.name(), null));
    }

    Child child(Account guardian, String firstName, Structure school) {
        Child child = new Child(Ids.next(), firstName, "Martin", school.id(), null, "");
        children.computeIfAbsent(guardian.personId(), id -> new ArrayList<>()).add(child);
        return child;
    }

    Accounts accounts() {
        return StandIn.of(Accounts.class, (method, arguments) -> switch (method) {
            case "byId" -> Optional.ofNullable(known.get((UUID) arguments[0]));
            case "byLogin" ->
                known.values().stream()
                        .filter(account -> account.login().equals(arguments[0]))
                        .findFirst();
            case "activate" -> {
                state(known.get((UUID) arguments[0]), AccountState.ACTIVE);
                yield null;
            }
            case "used" -> null;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    Directory directory() {
        return StandIn.of(Directory.class, (method, arguments) -> switch (method) {
            case "scopesOf" -> List.copyOf(memberships.getOrDefault((UUID) arguments[0], List.of()));
            case "childrenOf" -> List.copyOf(children.getOrDefault((UUID) arguments[0], List.of()));
            default -> throw new UnsupportedOperationException(method);
        });
    }

    Structures structures() {
        return StandIn.of(Structures.class, (method, arguments) -> switch (method) {
            case "byId" ->
                List.of(north, south).stream()
                        .filter(school -> school.id().equals(arguments[0]))
                        .findFirst();
            case "roots" -> List.of(north, south);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static Structure school(String uai, String name) {
        return new Structure(Ids.next(), StructureKind.SCHOOL, uai, name, "Ville");
    }
}
