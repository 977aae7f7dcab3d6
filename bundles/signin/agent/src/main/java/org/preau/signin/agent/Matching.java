package org.preau.signin.agent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.GrantProposals;
import org.preau.api.base.Profile;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Official;
import org.preau.api.directory.Structures;

/** Finds the account of somebody the provider vouches for, by his academic address, and proposes the grants that go with the functions it tells; makes neither account nor grant. */
@Component(service = Matching.class)
public final class Matching {
    private static final Pattern UAI = Pattern.compile("\\b(\\d{7}[A-Z])\\b");
    private static final int MOST = 20;

    private final Accounts accounts;
    private final Structures structures;
    private final GrantProposals proposals;

    /** For the service registry. */
    @Activate
    public Matching(
            @Reference Accounts accounts, @Reference Structures structures, @Reference GrantProposals proposals) {
        this.accounts = accounts;
        this.structures = structures;
        this.proposals = proposals;
    }

    /** His accounts: those of the first address that anybody has, the academic one being looked at first. */
    List<Account> accountsOf(Agent agent) {
        return agent.addresses().stream()
                .map(accounts::byMail)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Proposes what his functions suggest, for an administrator to decide (621A). */
    void propose(Account account, Agent agent) {
        Optional<String> function = agent.functions().stream()
                .filter(one -> causeOf(one).isPresent())
                .findFirst();
        if (function.isEmpty()) {
            return;
        }
        Profile cause = causeOf(function.get()).orElseThrow();
        agent.schools().stream()
                .map(UAI::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .distinct()
                .limit(MOST)
                .flatMap(code -> structures.byCode(code).stream())
                .forEach(structure -> proposals.propose(
                        new Official(account.personId(), account.id(), structure.id(), cause, function.get())));
    }

    private static Optional<Profile> causeOf(String function) {
        String first = function.split("[$|]", 2)[0].strip().toUpperCase(Locale.ROOT);
        if (first.equals("DIR")) {
            return Optional.of(Profile.HEAD);
        }
        return first.startsWith("IEN") ? Optional.of(Profile.INSPECTOR) : Optional.empty();
    }
}
