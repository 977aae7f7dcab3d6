package org.preau.core.shell.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.core.shell.bridge.ShellServer.Browser;

/** Answers kept packed must come out again when a browser did not get them. */
class PackedAnswersTest {
    private static final String NAVIGATE =
            "[{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"\",\"query\":\"\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}]";
    private static ShellServer shell;

    @BeforeAll
    static void start() throws Exception {
        shell = new ShellServer();
    }

    @AfterAll
    static void stop() throws Exception {
        shell.close();
    }

    @Test
    void anAnswerThatWasLostIsSentAgainAsItWas() throws Exception {
        Browser browser = shell.browser(shell.neighbours.sessions.open(Profile.TEACHER, "Ana"));
        browser.start("/");
        HttpResponse<byte[]> lost = browser.post(NAVIGATE);
        HttpResponse<byte[]> again = browser.post(NAVIGATE);
        HttpResponse<byte[]> onceMore = browser.post(NAVIGATE);
        assertThat(lost.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(Browser.text(lost)).startsWith("for(;;);[").contains("Bonjour Ana");
        assertThat(Browser.text(again)).isEqualTo(Browser.text(lost));
        assertThat(Browser.text(onceMore)).isEqualTo(Browser.text(lost));
    }

    @Test
    void aBrowserThatLostTrackGetsTheHomePageWhole() throws Exception {
        Browser browser = shell.browser(shell.neighbours.sessions.open(Profile.STUDENT, "Zoé"));
        browser.open("/");
        assertThat(browser.resynchronise()).contains("Bonjour Zoé").contains("Rien à faire pour l’instant");
    }
}
