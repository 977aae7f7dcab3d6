package org.preau.core.connect.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Profile;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Child;
import org.preau.api.directory.FactsOfPeople;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSession.Context;

/**
 * For whom somebody decides: for himself, unless he is a pupil, and for the children whose legal guardian he is. A pupil of a primary school never decides (3113-5). Safe on any thread.
 */
@Component(service = Wards.class)
public final class Wards {
    private final FactsOfPeople people;
    private final Accounts accounts;
    private final Structures structures;

    /** Asks these. */
    @Activate
    public Wards(@Reference FactsOfPeople people, @Reference Accounts accounts, @Reference Structures structures) {
        this.people = people;
        this.accounts = accounts;
        this.structures = structures;
    }

    /** Whether this user decides for himself. */
    public static boolean decidesForHimself(PortalSession session) {
        return session.context().profile() != Profile.STUDENT;
    }

    /** The children for whom this user decides, as they would be signed in, one for each school of a child; those without an account are left out. */
    public List<PortalSession> of(PortalSession guardian) {
        List<PortalSession> wards = new ArrayList<>();
        for (Child child : people.legalChildrenOf(guardian.personId())) {
            accounts.ofPerson(child.personId()).stream()
                    .findFirst()
                    .flatMap(account -> asSignedIn(guardian, child, account))
                    .ifPresent(wards::add);
        }
        return wards;
    }

    /** One of these children, in each of his schools; empty for any other person. */
    public List<PortalSession> of(PortalSession guardian, UUID childId) {
        return of(guardian).stream()
                .filter(ward -> ward.personId().equals(childId))
                .toList();
    }

    /** No session at all: the facts of the child in the form in which audiences and attributes are asked for; its id is the guardian's. */
    private Optional<PortalSession> asSignedIn(PortalSession guardian, Child child, Account account) {
        Optional<Structure> school = structures.byId(child.structureId());
        return school.map(there -> new PortalSession(
                guardian.id(),
                account.id(),
                child.personId(),
                account.login(),
                child.firstName(),
                child.lastName(),
                guardian.counter(),
                guardian.since(),
                new Context(Profile.STUDENT, there.id(), there.name(), there.code(), null)));
    }
}
