package org.preau.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.signin.PortalSession;
import org.preau.testkit.Exchange;

/** What a session is when somebody has proven who he is. */
class OpenedSessionsTest extends SessionWorld {
    @Test
    void opensSessionWithCookieThatScriptsAndOtherSitesCannotUse() throws IOException {
        Exchange in = signedIn(teacher, "/app/news");

        assertThat(in.status()).isEqualTo(303);
        assertThat(in.location()).isEqualTo("/app/news");
        var cookie = in.answeredCookie("preau");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(cookie.getValue()).hasSize(43);
        PortalSession session = current(in).orElseThrow();
        assertThat(session.accountId()).isEqualTo(teacher.id());
        assertThat(session.context().uai()).isEqualTo("0770001A");
        assertThat(node.audited).anyMatch(line -> line.startsWith("session.open account:" + teacher.id()));
    }

    @Test
    void keepsNoTokenInDatabase() throws IOException {
        String token = signedIn(teacher, null).answeredCookie("preau").getValue();

        String stored = tx.readSql(connection -> text(connection, "select s::text from session.portal_session s"));

        assertThat(stored)
                .doesNotContain(token)
                .contains(new SessionToken(token).hash().hex());
    }

    @Test
    void givesNewTokenAtEachSignInAndEndsEarlierSessionOfBrowser() throws IOException {
        Exchange first = signedIn(teacher, null);
        Exchange second = node.proven(Exchange.post("/signin/local").after(first), teacher.id(), null);

        assertThat(second.answeredCookie("preau").getValue())
                .isNotEqualTo(first.answeredCookie("preau").getValue());
        assertThat(current(first)).isEmpty();
        assertThat(current(second)).isPresent();
    }

    @Test
    void neverAdoptsTokenThatBrowserBrings() throws IOException {
        String planted = SessionToken.next().text();
        node.desk.acceptCharter(teacher.id());

        Exchange in = node.proven(Exchange.post("/signin/local").cookie("preau", planted), teacher.id(), null);

        assertThat(in.answeredCookie("preau").getValue()).isNotEqualTo(planted);
        assertThat(node.sessions.current(
                        Exchange.get("/").cookie("preau", planted).request()))
                .isEmpty();
    }

    @Test
    void discardsEarlierHttpSession() throws IOException {
        Exchange exchange = Exchange.post("/signin/local");
        exchange.inHttpSession();

        node.proven(exchange, teacher.id(), null);

        assertThat(exchange.hasHttpSession()).isFalse();
    }

    @Test
    void goesNowhereOutsidePortalAndNeverRoundInCircles() throws IOException {
        for (String wanted : List.of(
                "https://evil.example/",
                "//evil.example",
                "/signin",
                "/signin?return=/x",
                "/signout",
                "/signin/charter")) {
            assertThat(signedIn(teacher, wanted).location()).as(wanted).isEqualTo("/");
        }
        assertThat(signedIn(teacher, "/signing").location()).isEqualTo("/signing");
    }

    @Test
    @Requirement("44A")
    void activatesAccountAtFirstSignIn() throws IOException {
        Account pupil = directory.account(Profile.STUDENT, AccountState.INACTIVE, directory.north);

        assertThat(current(signedIn(pupil, null))).isPresent();
    }

    @Test
    void refusesBlockedLeavingAndHomelessAccounts() {
        Account blocked = directory.account(Profile.TEACHER, AccountState.BLOCKED, directory.north);
        Account leaving = directory.account(Profile.TEACHER, AccountState.LEAVING, directory.north);
        Account homeless = directory.account(Profile.TEACHER, AccountState.ACTIVE);

        for (Account account : List.of(blocked, leaving, homeless)) {
            assertThatThrownBy(() -> node.proven(Exchange.post("/signin/local"), account.id(), null))
                    .isInstanceOf(PortalException.class);
        }
        assertThat(node.sessions.list(PageRequest.first(10)).total()).isZero();
    }
}
