package org.preau.core.shell.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.app.ContributionsChanged;
import org.preau.api.app.HiddenChanged;
import org.preau.api.app.HomeCard;
import org.preau.api.app.QuickAction;
import org.preau.api.app.TodayItem;
import org.preau.api.app.TogglesChanged;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.api.directory.Child;
import org.preau.api.directory.Membership;
import org.preau.api.directory.Scope;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.SessionChanged;
import org.preau.api.signin.SessionEnded;
import org.preau.core.shell.FakeApplication;
import org.preau.core.shell.FakeSessions;
import org.preau.core.shell.bridge.ShellServer.Browser;

class PortalServletTest {
    private static ShellServer shell;
    private PortalSession teacher;

    @BeforeAll
    static void start() throws Exception {
        shell = new ShellServer();
    }

    @AfterAll
    static void stop() throws Exception {
        shell.close();
    }

    @BeforeEach
    void open() {
        shell.reset();
        teacher = shell.neighbours.sessions.open(Profile.TEACHER, "Ana");
    }

    private String homeOf(Profile profile, String firstName) throws Exception {
        return shell.browser(shell.neighbours.sessions.open(profile, firstName)).open("/");
    }

    // ---------------------------------------------------------------- who gets in

    @Test
    void aStrangerIsSentToSignInAndNoSessionIsMade() throws Exception {
        HttpResponse<String> answer = shell.browser(null).get("/app/news?q=a+b");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/signin?return=%2Fapp%2Fnews%3Fq%3Da%2Bb");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aStrangersRequestsAreRefused() throws Exception {
        Browser stranger = shell.browser(null);
        assertThat(stranger.post("[]").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/?v-r=init&location=").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/?v-r=heartbeat").statusCode()).isEqualTo(403);
    }

    @Test
    void whileSessionsAreAwayPagesGoToSignInAndActsAreToBeTriedAgain() throws Exception {
        shell.neighbours.sessionsThere = false;
        Browser browser = shell.browser(teacher);
        assertThat(browser.get("/").statusCode()).isEqualTo(303);
        assertThat(browser.post("[]").statusCode()).isEqualTo(503);
    }

    @Test
    void aPageOfAnEndedSessionIsRefused() throws Exception {
        Browser browser = shell.browser(teacher);
        browser.open("/");
        shell.neighbours.sessions.end(teacher.id());
        assertThat(browser.post("[]").statusCode()).isEqualTo(401);
        assertThat(browser.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void anotherPortalSessionNeverGetsThePagesOfThisOne() throws Exception {
        Browser browser = shell.browser(teacher);
        browser.open("/");
        browser.be(shell.neighbours.sessions.open(Profile.STUDENT, "Zoé"));
        assertThat(browser.post("[]").statusCode()).isEqualTo(401);
        assertThat(browser.open("/")).contains("Zoé").doesNotContain("Ana");
    }

    @Test
    void theEndOfASessionClosesItsPages() throws Exception {
        Browser browser = shell.browser(teacher);
        browser.open("/");
        new SessionEndedListener(shell.sessions).on(new SessionEnded(List.of(teacher.id())));
        assertThat(browser.ping()).contains("sessionExpired");
    }

    @Test
    void actsCountAndHeartbeatsDoNot() throws Exception {
        Browser browser = shell.browser(teacher);
        browser.open("/");
        int acts = shell.neighbours.sessions.touched.size();
        browser.get("/?v-r=heartbeat&v-uiId=0");
        assertThat(shell.neighbours.sessions.touched).hasSize(acts);
        browser.ping();
        assertThat(shell.neighbours.sessions.touched).hasSize(acts + 1);
    }

    // ---------------------------------------------------------------- the page and its files

    @Test
    void theStartPageHasItsPolicyAndANonceOnEveryScript() throws Exception {
        HttpResponse<String> page = shell.browser(teacher).get("/");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        String nonce = policy.replaceAll("(?s).*'nonce-([^']+)'.*", "$1");
        assertThat(policy).contains("frame-ancestors 'none'").contains("default-src 'none'");
        assertThat(page.body())
                .contains("lang=\"fr\"")
                .contains("data-preau-size=\"100\"")
                .contains("manifest.webmanifest");
        assertThat(page.body().split("<script", -1)).allSatisfy(part -> assertThat(part)
                .satisfiesAnyOf(text -> assertThat(text).contains("nonce=\"" + nonce + "\""), text -> assertThat(text)
                        .startsWith("<!")));
        assertThat(shell.browser(teacher).get("/").headers().firstValue("Content-Security-Policy"))
                .isNotEqualTo(Optional.of(policy));
    }

    @Test
    void filesOfTheBrowsersPartAreImmutableAndCompressed() throws Exception {
        Browser browser = shell.browser(null);
        String push = "/VAADIN/static/push/vaadinPush-min.js";
        assertThat(browser.bytes(push, "gzip").headers().firstValue("Content-Encoding"))
                .contains("gzip");
        assertThat(browser.bytes(push, "").headers().firstValue("Content-Encoding"))
                .isEmpty();
        assertThat(browser.bytes(push, "").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(header -> assertThat(header).contains("immutable"));
        assertThat(browser.bytes("/VAADIN/build/none.js", "").statusCode()).isEqualTo(404);
    }

    @Test
    void thePortalCanBeInstalledAndNamesNobody() throws Exception {
        Browser browser = shell.browser(null);
        assertThat(browser.get("/manifest.webmanifest").body())
                .contains("\"name\": \"ENT\"")
                .contains("standalone");
        assertThat(browser.get("/sw.js").body()).contains("offline.html");
        assertThat(browser.get("/offline.html").body()).contains("Pas de connexion");
        assertThat(browser.get("/icon.svg").body()).startsWith("<svg");
    }

    // ---------------------------------------------------------------- faces

    @Test
    @Requirement("51E")
    void aHomePageShowsWhatApplicationsContribute() throws Exception {
        FakeApplication news = new FakeApplication("news", 1);
        news.badge = 120;
        news.card =
                user -> Optional.of(new HomeCard("Dernières", List.of(new HomeCard.Line("Sortie", "lundi", "a/1"))));
        news.today = List.of(new TodayItem(TodayItem.Kind.TO_SIGN, "Le mot du jour", "a/2"));
        news.actions = List.of(new QuickAction("Écrire", "edit", "new"));
        shell.serve(news);
        shell.neighbours.memberships.add(
                new Membership(Scope.schoolClass(new UUID(0, 7)), Profile.TEACHER, new UUID(0, 1), "CE2", null));

        assertThat(homeOf(Profile.TEACHER, "Ana"))
                .contains(
                        "Bonjour Ana",
                        "Nom news",
                        "/app/news/a/1",
                        "Sortie",
                        "lundi",
                        "Le mot du jour",
                        "Écrire",
                        "CE2",
                        "99+");
        assertThat(homeOf(Profile.HEAD, "Léo")).contains("Bonjour Léo", "Les Lilas", "Dernières");
        assertThat(homeOf(Profile.STUDENT, "Zoé"))
                .contains("Bonjour Zoé", "Le mot du jour", "Écouter")
                .doesNotContain("Écrire", "99+", "Dernières");
        assertThat(homeOf(Profile.GUARDIAN, "Eva")).contains("Bonjour Eva", "À signer", "Le mot du jour");
    }

    @Test
    void anEmptyHomeSaysWhatToExpect() throws Exception {
        assertThat(homeOf(Profile.STUDENT, "Zoé")).contains("Rien à faire pour l’instant", "pas encore choisi");
        assertThat(homeOf(Profile.GUARDIAN, "Eva")).contains("Rien n’attend votre réponse");
    }

    @Test
    void aGuardianChoosesAmongChildren() throws Exception {
        UUID child = UUID.randomUUID();
        shell.neighbours.children.add(new Child(child, "Tom", "Martin", new UUID(0, 1), null, "CP"));
        shell.neighbours.sessions.contexts.add(FakeSessions.context(Profile.GUARDIAN, null));
        shell.neighbours.sessions.contexts.add(FakeSessions.context(Profile.GUARDIAN, child));
        PortalSession guardian = shell.neighbours.sessions.open(Profile.GUARDIAN, "Eva");
        Browser browser = shell.browser(guardian);
        assertThat(browser.open("/")).contains("Tom", "CP · Les Lilas", "Tous mes enfants");

        shell.neighbours.sessions.switchTo(guardian.id(), FakeSessions.context(Profile.GUARDIAN, child));
        shell.bundle.publish(new SessionChanged(guardian.id()));
        assertThat(browser.ping()).contains("Bonjour Eva", "aria-pressed");
    }

    @Test
    void connectorsAreTilesAndTellWhenTheyAreUnavailable() throws Exception {
        shell.neighbours.connectors.add(new ConnectorStatus(connector("elea", "Éléa"), "1.0.0", "active"));
        shell.neighbours.connectors.add(new ConnectorStatus(connector("tne", "Autre"), "1.0.0", "unavailable"));
        assertThat(homeOf(Profile.TEACHER, "Ana"))
                .contains("/connect/elea", "Éléa", "Autre", "Indisponible pour le moment")
                .doesNotContain("/connect/tne");
    }

    private static Connector connector(String id, String name) {
        return new Connector(
                id,
                new LocalizedText(name, ""),
                1,
                "link",
                java.net.URI.create("https://service.example/"),
                List.of(),
                Optional.empty(),
                Set.of(Profile.TEACHER),
                Set.of("*"));
    }

    @Test
    void aFailingContributionIsABrokenTileAndALateOneComesLater() throws Exception {
        FakeApplication bad = new FakeApplication("bad", 1);
        bad.card = user -> {
            throw new IllegalStateException("boom");
        };
        CountDownLatch answer = new CountDownLatch(1);
        FakeApplication late = new FakeApplication("late", 2);
        late.card = user -> {
            try {
                answer.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.of(new HomeCard("Enfin là", List.of()));
        };
        shell.serve(bad);
        shell.serve(late);
        Browser browser = shell.browser(teacher);
        assertThat(browser.open("/"))
                .contains("En panne (référence F-TEST-1)", "Nom late")
                .doesNotContain("Enfin là");

        answer.countDown();
        assertThat(eventually(browser, "Enfin là")).contains("Enfin là");
    }

    @Test
    void whatChangesForAUserIsAskedAgain() throws Exception {
        FakeApplication news = new FakeApplication("news", 1);
        shell.serve(news);
        Browser browser = shell.browser(teacher);
        browser.open("/");
        news.card = user -> Optional.of(new HomeCard("Du nouveau", List.of()));

        shell.bundle.publish(new ContributionsChanged("news", List.of(Scope.structure(new UUID(9, 9)))));
        assertThat(browser.ping()).doesNotContain("Du nouveau");
        shell.bundle.publish(new ContributionsChanged("news", List.of(Scope.structure(new UUID(0, 1)))));
        assertThat(eventually(browser, "Du nouveau")).contains("Du nouveau");
    }

    private static String eventually(Browser browser, String wanted) throws Exception {
        String answer = "";
        for (int i = 0; i < 50 && !answer.contains(wanted); i++) {
            Thread.sleep(50);
            answer = browser.ping();
        }
        return answer;
    }

    // ---------------------------------------------------------------- applications come and go

    @Test
    void anApplicationAppearsOnOpenPagesAndItsViewOpens() throws Exception {
        Browser browser = shell.browser(teacher);
        browser.open("/");
        FakeApplication news = new FakeApplication("news", 1);
        news.factory = view -> {
            view.title("Titre de la vue");
            return new FakeApplication.View("bonjour " + view.user().session().firstName());
        };
        shell.serve(news);
        assertThat(eventually(browser, "Nom news")).contains("Nom news");
        assertThat(browser.open("/app/news")).contains("bonjour Ana", "Titre de la vue");
    }

    @Test
    void whoHasTheViewOpenIsMovedOffAndComesBackWithTheApplication() throws Exception {
        FakeApplication news = new FakeApplication("news", 1);
        news.factory = view -> new FakeApplication.View("première");
        shell.serve(news);
        Browser browser = shell.browser(teacher);
        assertThat(browser.open("/app/news")).contains("première");

        shell.remove(news);
        assertThat(eventually(browser, "pas là pour le moment")).contains("pas là pour le moment");

        FakeApplication update = new FakeApplication("news", 1);
        update.factory = view -> new FakeApplication.View("seconde");
        shell.serve(update);
        assertThat(eventually(browser, "seconde")).contains("seconde");
    }

    @Test
    void oneSwitchedOffIsGoneFromOpenPagesAtOnce() throws Exception {
        FakeApplication news = new FakeApplication("news", 1);
        news.factory = view -> new FakeApplication.View("la vue");
        shell.serve(news);
        Browser reader = shell.browser(teacher);
        Browser home = shell.browser(shell.neighbours.sessions.open(Profile.TEACHER, "Léo"));
        assertThat(reader.open("/app/news")).contains("la vue");
        assertThat(home.open("/")).contains("Nom news");

        shell.neighbours.off.add("app:news");
        shell.bundle.publish(new TogglesChanged("app:news"));
        assertThat(eventually(reader, "n’est plus proposée"))
                .contains("n’est plus proposée")
                .contains("Bonjour Ana");
        assertThat(eventually(home, "pas encore choisi")).contains("pas encore choisi");
    }

    @Test
    void whatAUserHidesLeavesHisOwnOpenPagesOnly() throws Exception {
        shell.serve(new FakeApplication("news", 1));
        Browser his = shell.browser(teacher);
        Browser anothers = shell.browser(shell.neighbours.sessions.open(Profile.TEACHER, "Léo"));
        his.open("/");
        anothers.open("/");
        shell.neighbours.off.add("app:news");
        shell.bundle.publish(new HiddenChanged(teacher.accountId()));
        assertThat(eventually(his, "pas encore choisi")).contains("pas encore choisi");
        assertThat(anothers.ping()).doesNotContain("pas encore choisi");
    }

    @Test
    void anAddressThatIsNothingAnswers404WithTheFriendlyPage() throws Exception {
        FakeApplication news = new FakeApplication("news", 1);
        news.factory = view -> new FakeApplication.View("la vue");
        shell.serve(news);
        Browser browser = shell.browser(teacher);
        for (String path : List.of("/", "/app/news", "/app/away")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(200);
        }
        Browser stranger = shell.browser(shell.neighbours.sessions.open(Profile.STUDENT, "Zoé"));
        shell.neighbours.off.add("app:news");
        for (String path : List.of("/nowhere", "/app", "/app/news", "/app/news/nothing")) {
            HttpResponse<String> answer = stranger.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).contains("</html>");
        }
    }

    @Test
    void anApplicationForOthersIsNotFound() throws Exception {
        FakeApplication news = new FakeApplication("news", 1);
        news.audience = Set.of(Profile.STUDENT);
        shell.serve(news);
        assertThat(shell.browser(teacher).open("/app/news")).contains("Cette page n’existe pas");
        assertThat(shell.browser(teacher).open("/app/news/nothing")).contains("Cette page n’existe pas");
        assertThat(shell.browser(teacher).open("/nothing")).contains("Cette page n’existe pas");
    }

    @Test
    void aViewThatThrowsShowsAReferenceInsideTheFrame() throws Exception {
        FakeApplication bad = new FakeApplication("bad", 1);
        bad.factory = view -> {
            throw new IllegalStateException("boom");
        };
        shell.serve(bad);
        assertThat(shell.browser(teacher).open("/app/bad"))
                .contains("Cette page a un problème", "F-TEST-1", "preau-top");
        assertThat(shell.applications.all().get(0).state()).isEqualTo("broken");
    }

    @Test
    void aFailureWithAMessageOfItsOwnShowsThatMessage() throws Exception {
        FakeApplication news = new FakeApplication("news", 1);
        news.factory = view -> {
            throw new PortalException(ErrorCode.FORBIDDEN, "not yours", null);
        };
        shell.serve(news);
        assertThat(shell.browser(teacher).open("/app/news")).contains("not yours");
        assertThat(shell.neighbours.faults).isEmpty();
    }

    @Test
    void aViewHearsOfEventsWhileItIsShown() throws Exception {
        FakeApplication news = new FakeApplication("news", 1);
        news.factory = view -> {
            FakeApplication.View shown = new FakeApplication.View("attend");
            view.on(SessionChanged.class, event -> shown.setText("entendu"));
            return shown;
        };
        shell.serve(news);
        Browser browser = shell.browser(teacher);
        browser.open("/app/news");
        int before = shell.bundle.listeners().size();
        shell.bundle.publish(new SessionChanged(UUID.randomUUID()));
        assertThat(eventually(browser, "entendu")).contains("entendu");
        shell.remove(news);
        assertThat(shell.bundle.listeners()).hasSizeLessThanOrEqualTo(before);
    }
}
