package org.preau.core.communication;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.communication.MayWrite;
import org.preau.api.communication.MayWrite.Reason;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.directory.Reach;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structures;

/** Says whether A may write to B, and why. Safe on any thread. */
@Component(service = Checker.class)
public final class Checker {
    private final Reaches reaches;
    private final Directory directory;
    private final Structures structures;
    private final Accounts accounts;

    /** Takes its services. */
    @Activate
    public Checker(
            @Reference Reaches reaches,
            @Reference Directory directory,
            @Reference Structures structures,
            @Reference Accounts accounts) {
        this.reaches = reaches;
        this.directory = directory;
        this.structures = structures;
        this.accounts = accounts;
    }

    MayWrite check(UUID from, UUID to) {
        Reasons words = reaches.reasons();
        if (!hasAccount(from)) {
            return no(List.of(words.of("NO_ACCOUNT", null, "no_account.from", "")));
        }
        if (!hasAccount(to)) {
            return no(List.of(words.of("NO_ACCOUNT", null, "no_account.to", "")));
        }
        if (from.equals(to)) {
            return new MayWrite(true, List.of(words.of("SELF", null, "self", "")));
        }
        List<Reason> why = new ArrayList<>();
        if (reaches.family(from).contains(to)) {
            why.add(words.of("FAMILY", null, "family", ""));
        }
        List<Membership> target = directory.scopesOf(to);
        for (Reached each : reaches.of(from)) {
            if (target.stream().anyMatch(membership -> matches(each.reach(), membership))
                    && !why.contains(each.reason())) {
                why.add(each.reason());
            }
        }
        return why.isEmpty() ? no(limits(from)) : new MayWrite(true, why);
    }

    private List<Reason> limits(UUID from) {
        List<Reason> limits = reaches.limits(from);
        return limits.isEmpty() ? List.of(reaches.reasons().of("NOWHERE", null, "nowhere", "")) : limits;
    }

    private boolean hasAccount(UUID person) {
        return accounts.ofPerson(person).stream()
                .anyMatch(each -> each.state() == AccountState.ACTIVE || each.state() == AccountState.INACTIVE);
    }

    private boolean matches(Reach reach, Membership membership) {
        if (!reach.profiles().contains(membership.profile())) {
            return false;
        }
        if (reach.scope().kind() != Scope.Kind.STRUCTURE) {
            return reach.scope().equals(membership.scope());
        }
        return membership.scope().kind() == Scope.Kind.STRUCTURE
                && structures
                        .withAncestors(membership.structureId())
                        .contains(reach.scope().id());
    }

    private static MayWrite no(List<Reason> reasons) {
        return new MayWrite(false, reasons);
    }
}
