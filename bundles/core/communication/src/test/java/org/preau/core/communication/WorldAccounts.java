package org.preau.core.communication;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.base.Profile;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.testkit.SilentAccounts;

/** One account for each of the world's people, its login the person's name. */
final class WorldAccounts extends SilentAccounts {
    private final World world;

    WorldAccounts(World world) {
        this.world = world;
    }

    @Override
    public Optional<Account> byId(UUID accountId) {
        return ofPerson(accountId).stream().findFirst();
    }

    @Override
    public Optional<Account> byLogin(String login) {
        return Optional.ofNullable(world.people.get(login)).flatMap(this::byId);
    }

    @Override
    public List<Account> ofPerson(UUID personId) {
        return world.withoutAccount.contains(personId) || !world.people.containsValue(personId)
                ? List.of()
                : List.of(new Account(personId, personId, "", AccountState.ACTIVE, Profile.STUDENT, "", ""));
    }
}
