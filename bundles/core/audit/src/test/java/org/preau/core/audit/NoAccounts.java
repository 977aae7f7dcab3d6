package org.preau.core.audit;

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

/** A directory that knows nobody. */
public final class NoAccounts implements Accounts {
    @Override
    public Optional<Account> byId(UUID accountId) {
        return Optional.empty();
    }

    @Override
    public Optional<Account> byLogin(String login) {
        return Optional.empty();
    }

    @Override
    public List<Account> ofPerson(UUID personId) {
        return List.of();
    }

    @Override
    public Page<Account> ofScope(Scope scope, Profile profile, PageRequest page) {
        return new Page<>(List.of(), 0);
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
