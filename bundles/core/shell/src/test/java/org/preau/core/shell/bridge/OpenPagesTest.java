package org.preau.core.shell.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.app.HiddenChanged;
import org.preau.api.app.TogglesChanged;
import org.preau.api.base.Profile;
import org.preau.api.signin.SessionChanged;
import org.preau.core.shell.FakeApplication;
import org.preau.core.shell.bridge.ShellServer.Browser;

/** Applications come and go on pages that are open. */
class OpenPagesTest extends ShellWorld {
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
