package org.preau.testkit;

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

/** Accounts of which nothing may be asked, but for what a test overrides. */
public abstract class SilentAccounts implements Accounts {
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
