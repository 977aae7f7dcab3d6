package org.preau.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.signin.ClientNetwork;
import org.preau.api.signin.SessionFilter;
import org.preau.api.signin.SessionOpened;
import org.preau.api.signin.SignInsRevoked;
import org.preau.testkit.Exchange;

/** What the security switchboard does to sessions and counters. */
class SwitchedSessionsTest extends SessionWorld {
    private final TestCounter counter = new TestCounter("local");
    private Exchange teacherIn;
    private Exchange pupilIn;
    private Exchange southernIn;
    private Account pupilAccount;

    @BeforeEach
    void signIn() throws IOException {
        node.counters.bindCounter(counter);
        pupilAccount = directory.account(Profile.STUDENT, AccountState.ACTIVE, directory.north);
        teacherIn = signedIn(teacher);
        pupilIn = signedIn(pupilAccount);
        southernIn = signedIn(directory.account(Profile.STUDENT, AccountState.ACTIVE, directory.south));
    }

    @Test
    void endsSessionsOfSchoolAndProfileOnly() {
        int ended = node.sessions.revokeWhere(
                Subject.SYSTEM, filter(Set.of(directory.north.id()), Set.of(Profile.STUDENT), Set.of()), false);

        assertThat(ended).isEqualTo(1);
        assertThat(runs(pupilIn)).isFalse();
        assertThat(runs(teacherIn)).isTrue();
        assertThat(runs(southernIn)).isTrue();
        assertThat(node.events).contains(SignInsRevoked.of(List.of(pupilAccount.id())));
    }

    @Test
    void endsSessionsOfCounterAndExerciseEndsNone() {
        SessionFilter local = filter(Set.of(), Set.of(), Set.of("local"));
        assertThat(node.sessions.revokeWhere(Subject.SYSTEM, local, true)).isEqualTo(3);
        assertThat(runs(pupilIn)).isTrue();
        assertThat(node.sessions.revokeWhere(Subject.SYSTEM, filter(Set.of(), Set.of(), Set.of("agent")), false))
                .isZero();
        assertThat(node.sessions.revokeWhere(Subject.SYSTEM, local, false)).isEqualTo(3);
        assertThat(runs(southernIn)).isFalse();
    }

    @Test
    void asksWhoActsForEachStructure() {
        Subject head = new Subject(UUID.randomUUID(), UUID.randomUUID(), Profile.HEAD, directory.north.id());
        node.administered.add(directory.north.id());
        assertThat(node.sessions.revokeWhere(head, filter(Set.of(directory.north.id()), Set.of(), Set.of()), true))
                .isEqualTo(2);
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> node.sessions.revokeWhere(
                        head, filter(Set.of(directory.north.id(), directory.south.id()), Set.of(), Set.of()), false));
        assertThat(runs(southernIn)).isTrue();
    }

    @Test
    void nobodyEntersAtClosedCounterAndItIsShownSo() {
        Counters closed = new Counters(id -> id.equals("local"));
        closed.bindCounter(counter);
        assertThat(closed.sorted()).singleElement().satisfies(one -> assertThat(one.available())
                .isFalse());
        TxSignInDesk desk = node.desk(closed);
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> desk.open(Exchange.post("/signin/local").request(), "local", pupilAccount.id()))
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo("counterClosed"));
    }

    @Test
    void tellsOfSignInByNetworkNotAddress() {
        assertThat(node.events.stream().filter(SessionOpened.class::isInstance))
                .hasSize(3)
                .allSatisfy(
                        event -> assertThat(((SessionOpened) event).network()).isEqualTo("c000"));
        assertThat(ClientNetwork.of("2001:db8:1:2::3")).isEqualTo("20010db8");
        assertThat(ClientNetwork.of("not an address")).isEmpty();
    }

    private Exchange signedIn(Account account) throws IOException {
        node.desk.acceptCharter(account.id());
        return node.proven(Exchange.post("/signin/local").from("192.0.2.7"), account.id(), "/");
    }

    private boolean runs(Exchange exchange) {
        return node.sessions
                .current(Exchange.get("/").after(exchange).request())
                .isPresent();
    }

    private static SessionFilter filter(Set<UUID> structures, Set<Profile> profiles, Set<String> counters) {
        return new SessionFilter(structures, profiles, counters);
    }
}
