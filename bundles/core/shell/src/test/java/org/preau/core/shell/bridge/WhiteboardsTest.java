package org.preau.core.shell.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.preau.api.app.HelpTopic;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Page;
import org.preau.api.base.Requirement;
import org.preau.api.search.SearchHit;
import org.preau.api.search.SearchProvider;

/** Search and help: what bundles contribute is there, what fails is left out. */
class WhiteboardsTest extends ShellWorld {
    /** Opens a page with words in its address. */
    private String open(String route, String query) throws Exception {
        ShellServer.Browser browser = shell.browser(teacher);
        browser.start("/" + route);
        return browser.act("[{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"" + route
                + "\",\"query\":\"" + query
                + "\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}]");
    }

    private record Finder(String id, RuntimeException failure, boolean serving) implements SearchProvider {
        @Override
        public LocalizedText name() {
            return new LocalizedText("Groupe " + id, "Group " + id);
        }

        @Override
        public boolean serves(UserContext user) {
            return serving;
        }

        @Override
        public Page<SearchHit> search(UserContext user, String words, int most) {
            if (failure != null) {
                throw failure;
            }
            return new Page<>(
                    List.of(new SearchHit(id + " trouve " + words + " pour " + user.profile(), "", "/app/x")), 12);
        }
    }

    @Test
    void searchShowsWhatEveryProviderFinds() throws Exception {
        shell.whiteboards.searches.add(new Finder("a", null, true));
        shell.whiteboards.searches.add(new Finder("b", null, true));
        shell.whiteboards.searches.add(new Finder("c", null, false));
        assertThat(open("search", "q=sortie"))
                .contains("Groupe a", "a trouve sortie pour TEACHER", "Groupe b", "24 résultats", "11 autres")
                .doesNotContain("Groupe c");
    }

    @Test
    void searchSaysWhoDidNotAnswerAndShowsTheOthers() throws Exception {
        shell.whiteboards.searches.add(new Finder("a", new IllegalStateException("broken"), true));
        shell.whiteboards.searches.add(new Finder("b", null, true));
        assertThat(open("search", "q=sortie"))
                .contains("manquent", "Groupe a", "b trouve sortie")
                .doesNotContain("a trouve");
        assertThat(shell.neighbours.faults).singleElement().asString().contains("broken");
    }

    @Test
    void searchAsksNobodyForOneLetter() throws Exception {
        shell.whiteboards.searches.add(new Finder("a", null, true));
        assertThat(open("search", "q=s")).contains("deux lettres").doesNotContain("a trouve");
    }

    private record Topic(String id, String path, String text) implements HelpTopic {
        @Override
        public LocalizedText title() {
            return new LocalizedText("Sujet " + id, "Topic " + id);
        }

        @Override
        public LocalizedText html() {
            return new LocalizedText(text, text);
        }
    }

    @Test
    @Requirement({"51H", "612B"})
    void helpShowsFirstWhatBelongsToThePage() throws Exception {
        shell.whiteboards.topics.add(new Topic("here", "/app/news", "<p>Ici</p>"));
        shell.whiteboards.topics.add(new Topic("there", "/app/newsletter", "<p>Ailleurs</p>"));
        assertThat(open("help", "at=/app/news/write"))
                .contains("<p>Ici</p>", "Sujet here", "Sujet there")
                .doesNotContain("Ailleurs");
        assertThat(open("help", "topic=there")).contains("<p>Ailleurs</p>").doesNotContain("Sujet here");
    }

    @Test
    void helpIsSanitised() throws Exception {
        shell.whiteboards.topics.add(
                new Topic("evil", "", "<p onclick='x()'>Bon</p><script>mal()</script><img src='https://x/y.png'>"));
        assertThat(open("help", "topic=evil"))
                .contains("<p>Bon</p>")
                .doesNotContain("mal()", "onclick", "https://x/y.png");
    }

    @Test
    void bothAreLinkedOnEveryPage() throws Exception {
        assertThat(shell.browser(teacher).open("/")).contains("/search", "/help", "Rechercher", "Aide");
    }
}
