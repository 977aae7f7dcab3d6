package org.preau.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Ids;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.AccountStateChanged;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.SessionEnded;
import org.preau.api.signin.SignInsRevoked;
import org.preau.testkit.Exchange;

/** How sessions end: by their user, by time, by who may, on every node. */
class SessionEndTest extends SessionWorld {
    @Test
    void endsSessionOnSignOutAndClearsCookie() throws IOException {
        Exchange in = signedIn(teacher, null);
        Exchange out = Exchange.post("/signout").after(in).parameter("csrf", "ours");
        out.inHttpSession();

        node.signOut(out);

        assertThat(out.status()).isEqualTo(303);
        assertThat(out.answeredCookie("preau").getMaxAge()).isZero();
        assertThat(out.hasHttpSession()).isFalse();
        assertThat(current(in)).isEmpty();
        assertThat(node.events).hasAtLeastOneElementOfType(SessionEnded.class);
    }

    @Test
    void signsOutByNobodyElsesForm() throws IOException {
        Exchange in = signedIn(teacher, null);

        assertThatThrownBy(() -> node.signOut(Exchange.post("/signout").after(in)))
                .isInstanceOf(PortalException.class);
        assertThat(node.signOut(Exchange.get("/signout").after(in)).body()).contains("action=\"/signout\"");
        assertThat(current(in)).isPresent();
    }

    @Test
    void endsAfterIdleTimeUnlessItsUserActs() throws IOException {
        Exchange in = signedIn(teacher, null);
        UUID id = current(in).orElseThrow().id();
        clock.pass(Duration.ofMinutes(29));
        node.sessions.touch(id);
        clock.pass(Duration.ofMinutes(29));

        assertThat(current(in)).isPresent();
        clock.pass(Duration.ofMinutes(2));
        assertThat(current(in)).isEmpty();
    }

    @Test
    void seesActsThatAnotherNodeWrote() throws IOException {
        Exchange in = signedIn(teacher, null);
        UUID id = current(in).orElseThrow().id();
        clock.pass(Duration.ofMinutes(20));
        node(Map.of()).sessions.touch(id);
        clock.pass(Duration.ofMinutes(20));

        assertThat(current(in)).isPresent();
    }

    @Test
    void endsAfterTwelveHoursWhateverItsUserDoes() throws IOException {
        Exchange in = signedIn(teacher, null);
        UUID id = current(in).orElseThrow().id();
        for (int i = 0; i < 12 * 3; i++) {
            clock.pass(Duration.ofMinutes(20));
            node.sessions.touch(id);
        }

        assertThat(current(in)).isEmpty();
    }

    @Test
    void jobEndsOverdueSessionsAndTellsNodes() throws IOException {
        signedIn(teacher, null);
        clock.pass(Duration.ofMinutes(20));
        Exchange fresh = signedIn(teacher, null);
        clock.pass(Duration.ofMinutes(15));
        node.events.clear();

        node.expiry.run("");

        assertThat(node.sessions.list(PageRequest.first(10)).total()).isEqualTo(1);
        assertThat(current(fresh)).isPresent();
        assertThat(node.events).hasSize(1).hasOnlyElementsOfType(SessionEnded.class);
    }

    @Test
    void endsThousandsOfSessionsByTheThousand() throws IOException {
        Exchange in = signedIn(teacher, null);
        assertThat(current(in)).isPresent();
        tx.writeSql(connection -> many(connection, 20_000));
        node.events.clear();

        int ended = node.sessions.revokeAll(Subject.SYSTEM);

        assertThat(ended).isEqualTo(20_001);
        assertThat(node.events).contains(SignInsRevoked.ofEverybody()).hasSize(22);
        assertThat(node.events)
                .filteredOn(SessionEnded.class::isInstance)
                .hasSize(21)
                .allSatisfy(
                        event -> assertThat(((SessionEnded) event).sessionIds()).hasSizeLessThanOrEqualTo(1_000));
        assertThat(current(in)).isEmpty();
    }

    @Test
    void forgetsSessionThatAnotherNodeEnded() throws IOException {
        Exchange in = signedIn(teacher, null);
        UUID id = current(in).orElseThrow().id();
        Node other = node(Map.of());

        other.sessions.revoke(Subject.SYSTEM, id);
        new SessionEndedListener(node.book).on(new SessionEnded(List.of(id)));

        assertThat(current(in)).isEmpty();
        assertThat(node.sessions.byId(id)).isEmpty();
    }

    @Test
    void endsSessionsOfBlockedAccount() throws IOException {
        Exchange in = signedIn(teacher, null);
        directory.state(teacher, AccountState.BLOCKED);

        new AccountStateListener(node.ends).on(new AccountStateChanged(teacher.id(), AccountState.BLOCKED));

        assertThat(current(in)).isEmpty();
        assertThat(node.sessions.list(PageRequest.first(10)).total()).isZero();
    }

    @Test
    void letsUserEndHisOwnSessionsAndAdministratorsThoseOfTheirPerimeter() throws IOException {
        Account pupil = directory.account(Profile.STUDENT, AccountState.ACTIVE, directory.north);
        Account stranger = directory.account(Profile.TEACHER, AccountState.ACTIVE, directory.south);
        PortalSession session = current(signedIn(pupil, null)).orElseThrow();
        Subject byStranger = new Subject(stranger.id(), stranger.personId(), Profile.TEACHER, directory.south.id());

        assertThatThrownBy(() -> node.sessions.revoke(byStranger, session.id())).isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> node.sessions.revokeAccount(byStranger, pupil.id()))
                .isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> node.sessions.revokeAll(byStranger)).isInstanceOf(PortalException.class);
        node.administered.add(directory.north.id());
        assertThat(node.sessions.revokeAccount(byStranger, pupil.id())).isEqualTo(1);
        PortalSession own = current(signedIn(pupil, null)).orElseThrow();
        node.sessions.revoke(own.subject(), own.id());
        assertThat(node.sessions.byId(own.id())).isEmpty();
    }

    private boolean many(Connection connection, int howMany) throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into session.portal_session (id, token_hash, account_id, person_id, counter, profile,
                                                    structure_id, created, last_act)
                select gen_random_uuid(), sha256(n::text::bytea), gen_random_uuid(), gen_random_uuid(), 'local', 'TEACHER',
                       ?, ?, ? from generate_series(1, ?) n
                """)) {
            insert.setObject(1, Ids.next());
            insert.setObject(2, SqlSessions.time(clock.instant()));
            insert.setObject(3, SqlSessions.time(clock.instant()));
            insert.setInt(4, howMany);
            return insert.executeUpdate() == howMany;
        }
    }
}
