package org.preau.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.directory.Account;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.SignOutStep;
import org.preau.testkit.Exchange;

/** What a counter decides beyond proving who somebody is, and what comes after the sign-out. */
class CounterRulesTest extends SessionWorld {
    private final TestCounter counter = new TestCounter("local");

    @BeforeEach
    void serve() {
        node.counters.bindCounter(counter);
        node.desk.acceptCharter(teacher.id());
    }

    @Test
    @Requirement({"322A", "322B", "322C"})
    void refusesAProfileThatTheCounterDoesNotServe() {
        counter.served = Set.of(Profile.STUDENT, Profile.GUARDIAN);

        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> signedIn(teacher))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.FORBIDDEN);
                    assertThat(refused.messageKey()).isEqualTo("counterNotForProfile");
                });
    }

    @Test
    @Requirement({"322A", "322B", "322C"})
    void letsATeacherWhoIsAParentTooBeAParentOnlyAtTheParentsCounter() throws IOException {
        directory.join(teacher, directory.south, Profile.GUARDIAN);
        directory.child(teacher, "Emma", directory.south);
        counter.served = Set.of(Profile.STUDENT, Profile.GUARDIAN);

        PortalSession session = current(signedIn(teacher)).orElseThrow();

        assertThat(session.context().profile()).isEqualTo(Profile.GUARDIAN);
        assertThat(node.sessions.contextsOf(session))
                .extracting(PortalSession.Context::profile)
                .containsOnly(Profile.GUARDIAN);
        PortalSession.Context asTeacher = node.book.contextsOf(teacher.id()).stream()
                .filter(context -> context.profile() == Profile.TEACHER)
                .findFirst()
                .orElseThrow();
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> node.sessions.switchTo(session.id(), asTeacher));
    }

    @Test
    void keepsTheSessionAsItIsWhileItsCounterIsAway() throws IOException {
        directory.join(teacher, directory.south, Profile.GUARDIAN);
        directory.child(teacher, "Emma", directory.south);
        Exchange in = signedIn(teacher);
        node.counters.unbindCounter(counter);
        node.book.dropAll();

        PortalSession session = current(in).orElseThrow();
        assertThat(session.context().profile()).isEqualTo(Profile.TEACHER);
        assertThat(node.sessions.contextsOf(session))
                .extracting(PortalSession.Context::profile)
                .containsOnly(Profile.TEACHER);
    }

    @Test
    void opensNoSessionForACounterThatIsNotThere() {
        node.counters.unbindCounter(counter);

        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> node.desk.open(Exchange.post("/signin/local").request(), "local", teacher.id()))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    @Test
    void saysThatACounterIsOutOfOrderInsteadOfItsButton() throws IOException {
        assertThat(node.signIn(Exchange.get("/signin"), true).body()).contains("href=\"/signin/local\"");

        counter.available = false;

        assertThat(node.signIn(Exchange.get("/signin"), true).body())
                .contains("Guichet local", "en panne")
                .doesNotContain("href=\"/signin/local\"");
    }

    @Test
    void asksAgainWhoIsSignedInWhenAServiceWantsIt() throws IOException {
        Exchange in = signedIn(teacher);

        Exchange page =
                node.signIn(Exchange.get("/signin?renew=1&return=/app/news").after(in), true);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("prouver à nouveau", "href=\"/signin/local?return&#x3D;%2Fapp%2Fnews&amp;renew&#x3D;1\"");
        assertThat(node.signIn(Exchange.get("/signin?return=/app/news").after(in), true)
                        .location())
                .isEqualTo("/app/news");
    }

    @Test
    void takesTheStepsOnTheWayOutAndTheCountersOwnSignOutAtLast() throws IOException {
        node.wayOut.bindStep(step("/second"), Map.of("service.ranking", 1, "service.id", 1L));
        node.wayOut.bindStep(step("/first"), Map.of("service.ranking", 2, "service.id", 2L));
        node.wayOut.bindStep((ended, next) -> Optional.empty(), Map.of("service.id", 3L));
        node.wayOut.bindStep(
                (ended, next) -> {
                    throw new IllegalStateException("broken");
                },
                Map.of("service.id", 4L));
        counter.out = "/signin/local/out?x=1";

        assertThat(signedOut("/sso/cas/logout?service=s"))
                .isEqualTo("/first(/second(/signin/local/out?x=1&return=%2Fsso%2Fcas%2Flogout%3Fservice%3Ds))");
        counter.out = "https://idp.example/logout?r=1";
        assertThat(signedOut("/")).isEqualTo("/first(/second(https://idp.example/logout?r=1))");
    }

    @Test
    void goesToNoDoubtfulAddressOfACounter() throws IOException {
        for (String doubtful :
                List.of("/signin/localhost", "/app", "javascript:alert(1)", "https:idp.example", "//idp.example/")) {
            counter.out = doubtful;
            assertThat(signedOut("/")).as(doubtful).isEqualTo("/signin?signedout=1");
        }
    }

    private static SignOutStep step(String page) {
        return (ended, next) -> Optional.of(page + "(" + next + ")");
    }

    private String signedOut(String wanted) throws IOException {
        Exchange in = signedIn(teacher);
        return node.signOut(Exchange.post("/signout")
                        .after(in)
                        .parameter("csrf", "ours")
                        .parameter("return", wanted))
                .location();
    }

    private Exchange signedIn(Account account) throws IOException {
        return node.proven(Exchange.post("/signin/local"), account.id(), null);
    }
}
