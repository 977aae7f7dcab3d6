package org.preau.core.shell.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.preau.api.app.ContributionsChanged;
import org.preau.api.app.HomeCard;
import org.preau.api.app.QuickAction;
import org.preau.api.app.TodayItem;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.api.directory.Child;
import org.preau.api.directory.Membership;
import org.preau.api.directory.Scope;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.SessionChanged;
import org.preau.core.shell.FakeApplication;
import org.preau.core.shell.FakeSessions;
import org.preau.core.shell.bridge.ShellServer.Browser;

/** What the home page shows to whom, and how it stays up to date. */
class HomePageTest extends ShellWorld {
    private String homeOf(Profile profile, String firstName) throws Exception {
        return shell.browser(shell.neighbours.sessions.open(profile, firstName)).open("/");
    }

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
                answer.await(1, TimeUnit.MINUTES);
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
}
