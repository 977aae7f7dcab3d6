package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preau.itests.TwoNodes.CONNECTOR;
import static org.preau.itests.TwoNodes.SERVICE;
import static org.preau.itests.TwoNodes.filled;
import static org.preau.itests.TwoNodes.ticket;
import static org.preau.itests.TwoNodes.validated;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.preau.api.base.Requirement;
import org.preau.driver.FlowClient;
import org.preau.driver.PlainClient;
import org.preau.driver.Portal;
import org.preau.driver.PushConnection;

/** Two nodes on one PostgreSQL: what one of them does counts on both. */
@Tag("postgresql")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {
    private static final int RACES = 10;
    private static final int RUNNERS = 6;
    private static final int ROUNDS = 2;
    private static final Duration SOON = Duration.ofSeconds(2);

    private static TwoNodes nodes;

    @BeforeAll
    static void start() throws IOException {
        nodes = new TwoNodes();
        nodes.start();
    }

    @AfterAll
    static void stop() {
        if (nodes != null) {
            nodes.close();
        }
    }

    @Test
    @Order(1)
    @Requirement("322A-C")
    void aTicketOfOneNodeIsGoodOnceOnEither() throws Exception {
        PlainClient teacher = nodes.signedIn("TEACHER");
        String ticket = ticket(teacher, nodes.first);
        assertThat(validated(nodes.second, ticket)).contains("authenticationSuccess");
        assertThat(validated(nodes.first, ticket)).contains("INVALID_TICKET");
        for (int race = 0; race < RACES; race++) {
            String raced = ticket(teacher, race % 2 == 0 ? nodes.first : nodes.second);
            assertThat(together(raced).stream().filter(answer -> answer.contains("authenticationSuccess")))
                    .as("the same ticket at the same time on both nodes")
                    .hasSize(1);
        }
    }

    @Test
    @Order(2)
    @Requirement("71E")
    void aSessionRevokedOnOneNodeIsDeadOnTheOtherWithinTwoSeconds() throws Exception {
        List<Duration> page = new ArrayList<>();
        List<Duration> push = new ArrayList<>();
        for (String profile : List.of("HEAD", "GUARDIAN", "TEACHER")) {
            PlainClient user = nodes.signedIn(profile);
            PlainClient onSecond = new PlainClient(nodes.second);
            user.cookies.getCookieStore().getCookies().forEach(cookie -> onSecond.cookies
                    .getCookieStore()
                    .add(nodes.second.uri("/"), cookie));
            FlowClient flow = new FlowClient(onSecond);
            flow.open("/");
            HttpClient sockets = HttpClient.newHttpClient();
            try (PushConnection open = flow.push(sockets, message -> {})) {
                ExecutorService watchers = Executors.newFixedThreadPool(2);
                Future<Instant> dead = watchers.submit(() -> nodes.when(
                        "signed out",
                        () -> onSecond.get("/", "Accept", "text/html").statusCode() != 200));
                Future<Instant> closed = watchers.submit(() -> nodes.when("push is closed", () -> !open.isOpen()));
                done("preau:session-revoke --login "
                        + nodes.first.demoLogin(profile).username());
                Instant revoked = nodes.audited("session.end");
                page.add(Duration.between(revoked, dead.get()));
                push.add(Duration.between(revoked, closed.get()));
                watchers.shutdown();
            }
        }
        soon("session revoked on one node: page of the other dead", page);
        soon("session revoked on one node: push of the other closed", push);
    }

    @Test
    @Order(3)
    @Requirement("71E")
    void aConnectorSuspendedOnOneNodeIsClosedOnTheOtherWithinTwoSecondsAndItsSessionsEnd() throws Exception {
        List<Duration> refused = new ArrayList<>();
        List<Duration> told = new ArrayList<>();
        List<Duration> resumed = new ArrayList<>();
        PlainClient teacher = nodes.signedIn("TEACHER");
        ExecutorService watchers = Executors.newFixedThreadPool(3);
        for (int round = 0; round < ROUNDS; round++) {
            String open = ticket(teacher, nodes.second);
            assertThat(validated(nodes.second, open)).contains("authenticationSuccess");
            Future<Instant> closed = watchers.submit(() -> nodes.when("no ticket", () -> !issues(teacher)));
            Future<Instant> over = watchers.submit(() ->
                    nodes.when("service is told", () -> nodes.told.toldOf(open).isPresent()));
            String kept = ticket(teacher, nodes.second);
            done("preau:security-connector " + CONNECTOR);
            Instant suspended = nodes.audited("security.suspend-connector");
            refused.add(Duration.between(suspended, closed.get()));
            over.get();
            told.add(Duration.between(suspended, nodes.told.toldOf(open).orElseThrow()));
            assertThat(validated(nodes.second, kept)).as("had before").contains("INVALID_TICKET");
            assertThat(teacher.get(nodes.second.url("/"), "Accept", "text/html").statusCode())
                    .as("the portal itself goes on")
                    .isEqualTo(200);

            Future<Instant> again = watchers.submit(() -> nodes.when("a ticket", () -> issues(teacher)));
            done("preau:security-connector " + CONNECTOR + " --resume");
            resumed.add(Duration.between(nodes.audited("security.resume-connector"), again.get()));
            assertThat(validated(nodes.first, ticket(teacher, nodes.second))).contains("authenticationSuccess");
        }
        watchers.shutdown();
        soon("connector suspended on one node: no ticket on the other", refused);
        soon("connector suspended on one node: its service told that a session is over", told);
        soon("connector resumed on one node: a ticket on the other", resumed);
    }

    @Test
    @Order(4)
    @Requirement("75B-D")
    void whoWasSigningInOnANodeThatIsKilledEndsSignedInOnTheOther() throws Exception {
        Portal.Login teacher = nodes.first.demoLogin("TEACHER");
        PlainClient before = nodes.signedIn("HEAD");
        nodes.balancer.over(nodes.first);
        PlainClient atForm = new PlainClient(nodes.first);
        HttpResponse<String> form = atForm.get(signInForTheService(atForm));
        nodes.first.kill();
        nodes.balancer.over(nodes.first, nodes.second);

        HttpResponse<String> answer = atForm.post(
                nodes.balanced("/signin/local"),
                filled(form, Map.of("username", teacher.username(), "password", teacher.password())));
        while (answer.statusCode() == 303 && !PlainClient.location(answer).startsWith(SERVICE)) {
            HttpResponse<String> next = atForm.get(nodes.balanced(PlainClient.location(answer)));
            answer = next.statusCode() == 200
                    ? atForm.post(nodes.balanced(next.uri().getPath()), filled(next, Map.of()))
                    : next;
        }
        assertThat(PlainClient.location(answer)).as(answer.body()).contains("ticket=ST-");
        String ticket = PlainClient.location(answer).replaceFirst(".*ticket=", "");
        assertThat(validated(nodes.second, ticket)).contains("authenticationSuccess");
        assertThat(atForm.get(nodes.balanced("/"), "Accept", "text/html").statusCode())
                .isEqualTo(200);
        assertThat(before.get(nodes.balanced("/"), "Accept", "text/html").statusCode())
                .as("who had signed in before")
                .isEqualTo(200);
    }

    private static boolean issues(PlainClient user) {
        return TwoNodes.asked(user, nodes.second).contains("ticket=ST-");
    }

    private static void done(String command) {
        assertThat(nodes.first.exec(command).status()).as(command).isZero();
    }

    /** The slowest may have waited for a busy machine; that none is quick would be ours. */
    private static void soon(String what, List<Duration> took) {
        System.getLogger("nodes").log(System.Logger.Level.INFO, "{0} after {1}", what, took);
        assertThat(took.stream().min(Duration::compareTo).orElseThrow())
                .as(what)
                .isLessThan(SOON);
    }

    private static String signInForTheService(PlainClient client) {
        HttpResponse<String> answer = client.get(nodes.balanced("/sso/cas/login?service=" + TwoNodes.encoded(SERVICE)));
        assertThat(answer.statusCode()).isEqualTo(303);
        return nodes.balanced(PlainClient.location(answer));
    }

    private static List<String> together(String ticket) throws Exception {
        ExecutorService runners = Executors.newFixedThreadPool(RUNNERS);
        CyclicBarrier line = new CyclicBarrier(RUNNERS);
        List<Future<String>> all = new ArrayList<>();
        for (int i = 0; i < RUNNERS; i++) {
            Portal node = i % 2 == 0 ? nodes.first : nodes.second;
            all.add(runners.submit(() -> {
                line.await(30, TimeUnit.SECONDS);
                return validated(node, ticket);
            }));
        }
        List<String> answers = new ArrayList<>();
        for (Future<String> one : all) {
            answers.add(one.get(60, TimeUnit.SECONDS));
        }
        runners.shutdown();
        return answers;
    }
}
