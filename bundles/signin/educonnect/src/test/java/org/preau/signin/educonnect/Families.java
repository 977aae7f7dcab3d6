package org.preau.signin.educonnect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.preau.api.base.Ids;
import org.preau.api.base.Profile;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Child;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.directory.Scope;
import org.preau.testkit.SilentAccounts;
import org.preau.testkit.SilentDirectory;

/** Accounts by their keys in the AAF, and where they belong. */
final class Families extends SilentAccounts {
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

    /** Where they are, and whose guardians. */
    Directory directory() {
        return new SilentDirectory() {
            @Override
            public List<Membership> scopesOf(UUID personId) {
                return places.getOrDefault(personId, List.of());
            }

            @Override
            public List<Child> childrenOf(UUID guardianId) {
                return children.getOrDefault(guardianId, List.of());
            }
        };
    }
}
