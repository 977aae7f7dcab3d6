package org.preau.core.shell.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.core.shell.FakeApplication;
import org.preau.core.shell.bridge.ShellServer.Browser;

/** What an address leads to: a view, nothing, or a view that fails. */
class ViewAddressTest extends ShellWorld {
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
}
