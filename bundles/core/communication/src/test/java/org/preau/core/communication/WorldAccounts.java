package org.preau.core.communication;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.NewAccount;
import org.preau.api.directory.Scope;

/** One account for each of the world's people, its login the person's name. */
record WorldAccounts(World world) implements Accounts {
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

    @Override
    public Page<Account> ofScope(Scope scope, Profile profile, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Account create(NewAccount account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void activate(UUID accountId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setState(UUID accountId, AccountState state) {
        throw new UnsupportedOperationException();
    }
}
