package org.preau.core.connect.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Child;
import org.preau.api.directory.FactsOfPeople;
import org.preau.api.directory.PersonFacts;
import org.preau.api.signin.PortalSession;
import org.preau.testkit.SilentAccounts;

/** People in memory: of each session everything is known, and some are children of others. */
public final class FakePeople extends SilentAccounts implements FactsOfPeople {
    private final Map<UUID, PersonFacts> facts = new HashMap<>();
    private final Map<UUID, List<Child>> children = new HashMap<>();
    private final Map<UUID, Account> accounts = new HashMap<>();

    /** Somebody with a full file: {@code Given <login>}, born on 1 February 2018, in the class CE1 of his school. */
    public void know(PortalSession session) {
        know(session, session.login() + "@mail.example");
    }

    /** The same with that address of mail; empty for none. */
    public void know(PortalSession session, String mail) {
        UUID school = session.context().structureId();
        facts.put(
                session.personId(),
                new PersonFacts(
                        session.personId(),
                        "Family-" + session.login(),
                        "Given-" + session.login(),
                        "Birth-" + session.login(),
                        "Mme",
                        LocalDate.of(2018, 2, 1),
                        mail,
                        "CE1",
                        List.of(new PersonFacts.InClass(
                                school, "CE1", session.context().profile(), false))));
        accounts.put(
                session.personId(),
                new Account(
                        session.accountId(),
                        session.personId(),
                        session.login(),
                        AccountState.ACTIVE,
                        session.context().profile(),
                        session.firstName(),
                        session.lastName()));
    }

    /** The guardian answers for the pupil by law. */
    public void child(PortalSession guardian, PortalSession pupil) {
        children.computeIfAbsent(guardian.personId(), unused -> new ArrayList<>())
                .add(new Child(
                        pupil.personId(),
                        "Given-" + pupil.login(),
                        "Family",
                        pupil.context().structureId(),
                        null,
                        ""));
    }

    @Override
    public Optional<PersonFacts> of(UUID personId) {
        return Optional.ofNullable(facts.get(personId));
    }

    @Override
    public List<Child> legalChildrenOf(UUID guardianId) {
        return children.getOrDefault(guardianId, List.of());
    }

    @Override
    public List<Account> ofPerson(UUID personId) {
        return Optional.ofNullable(accounts.get(personId)).stream().toList();
    }
}
