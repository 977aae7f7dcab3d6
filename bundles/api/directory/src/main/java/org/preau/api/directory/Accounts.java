package org.preau.api.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;

/**
 * Accounts: who may sign in. Not minimised: for counters, sessions, console and administration only.
 *
 * @since 1.0
 */
@ProviderType
public interface Accounts {
    /** The account, also by an alias that a merge left. */
    Optional<Account> byId(UUID accountId);

    /** The ids that merges made aliases of that account: who keeps rights by account counts theirs as its own until the merge is undone. */
    default List<UUID> aliasesOf(UUID accountId) {
        return List.of();
    }

    /** The account of that login, in any case; also by the login of an account that a merge made an alias. */
    Optional<Account> byLogin(String login);

    /**
     * The accounts of staff whose professional address this is, in any case, and which can be used: those of people that a feed names, if there are any, else those made by hand. At most 10. For the
     * counter of the State's staff.
     *
     * @since 1.0
     */
    default List<Account> byMail(String address) {
        return List.of();
    }

    /** The accounts of a person's (one, except after imports from several sources). */
    List<Account> ofPerson(UUID personId);

    /**
     * The accounts of the people whom a feed names by that key: pupils and guardians, for counters that prove an AAF key (2.4 of the SDET's identity vector). A few at most.
     *
     * @param feed name of the feed: {@code aaf}
     * @param academy code of the academy as feeds write it: {@code 24}
     * @param key key of the record (jointure)
     */
    default List<Account> bySource(String feed, String academy, String key) {
        return List.of();
    }

    /** The accounts of a scope's people with that profile, by name: activation sheets. */
    Page<Account> ofScope(Scope scope, Profile profile, PageRequest page);

    /**
     * Makes a person with an account, outside any feed (611C).
     *
     * @throws org.preau.api.base.PortalException {@code CONFLICT} when the login is or was in use, {@code NOT_FOUND} for an unknown structure
     */
    Account create(NewAccount account);

    /** Marks the account as used for the first time. */
    void activate(UUID accountId);

    /** Notes that the account was used just now; called at each sign-in, inside its transaction. */
    default void used(UUID accountId) {}

    /** Closes or opens an account again; publishes {@link AccountStateChanged}. */
    void setState(UUID accountId, AccountState state);
}
