package org.preau.signin.educonnect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Accounts;
import org.preau.api.saml.SamlProof;

/** The accounts of the pupils and guardians that a proof names; nothing is ever made here. One who is also a teacher comes in as a guardian only: the portal keeps to the profiles a counter serves. */
final class KnownAccounts {
    private static final String REFERENCE = "FrEduCtRefId";

    private final Accounts accounts;
    private final List<String> feeds;

    KnownAccounts(Accounts accounts, List<String> feeds) {
        this.accounts = accounts;
        this.feeds = List.copyOf(feeds);
    }

    /** All of them, each once; archived ones are left out unless there is no other. */
    List<Account> of(SamlProof proof) {
        Map<UUID, Account> found = new LinkedHashMap<>();
        for (IdentityVector vector : IdentityVector.read(proof.values(REFERENCE, "urn:oid:" + REFERENCE))) {
            for (String feed : feeds) {
                accounts.bySource(feed, vector.academy(), vector.key())
                        .forEach(account -> found.put(account.id(), account));
            }
        }
        List<Account> all = new ArrayList<>(found.values());
        List<Account> living = all.stream()
                .filter(account -> account.state() == AccountState.ACTIVE || account.state() == AccountState.INACTIVE)
                .toList();
        return living.isEmpty() ? all : living;
    }
}
