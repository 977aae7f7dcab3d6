package org.preau.testkit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.NewAccount;
import org.preau.api.directory.Scope;

/** Accounts in memory. Who belongs where is the directory's: {@link #ofScope} gives every account of the profile. */
public final class FakeAccounts implements Accounts {
    private final Map<UUID, Account> all = new LinkedHashMap<>();

    /** Puts an account in. */
    public FakeAccounts add(Account account) {
        all.put(account.id(), account);
        return this;
    }

    @Override
    public Optional<Account> byId(UUID accountId) {
        return Optional.ofNullable(all.get(accountId));
    }

    @Override
    public Optional<Account> byLogin(String login) {
        return all.values().stream()
                .filter(each -> each.login().equalsIgnoreCase(login))
                .findFirst();
    }

    @Override
    public List<Account> ofPerson(UUID personId) {
        return all.values().stream()
                .filter(each -> each.personId().equals(personId))
                .toList();
    }

    @Override
    public Page<Account> ofScope(Scope scope, Profile profile, PageRequest page) {
        return Lists.page(
                all.values().stream().filter(each -> each.profile() == profile).toList(), page);
    }

    @Override
    public Account create(NewAccount account) {
        String login = account.login()
                .orElseGet(() -> (account.firstName() + "." + account.lastName()).toLowerCase(Locale.ROOT));
        if (byLogin(login).isPresent()) {
            throw new PortalException(ErrorCode.CONFLICT, "in use: " + login, null);
        }
        Account made = new Account(
                UUID.nameUUIDFromBytes(("account " + login).getBytes(StandardCharsets.UTF_8)),
                UUID.nameUUIDFromBytes(("person " + login).getBytes(StandardCharsets.UTF_8)),
                login,
                AccountState.INACTIVE,
                account.profile(),
                account.firstName(),
                account.lastName());
        add(made);
        return made;
    }

    @Override
    public void activate(UUID accountId) {
        setState(accountId, AccountState.ACTIVE);
    }

    @Override
    public void setState(UUID accountId, AccountState state) {
        Account old = Objects.requireNonNull(all.get(accountId), "no such account");
        add(new Account(old.id(), old.personId(), old.login(), state, old.profile(), old.firstName(), old.lastName()));
    }
}
