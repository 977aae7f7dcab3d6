package org.preau.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PortalException;
import org.preau.api.base.Requirement;
import org.preau.testkit.Exchange;
import org.preau.testkit.FakeSettings;

/** The charter that everybody accepts before use. */
class CharterTest extends SessionWorld {
    @Test
    @Requirement("213")
    void asksForCharterBeforeUseAndRecordsItsVersion() throws IOException {
        Exchange in = node.proven(Exchange.post("/signin/local"), teacher.id(), "/app/news");

        assertThat(in.location()).isEqualTo("/signin/charter?return=%2Fapp%2Fnews");
        assertThat(current(in)).isEmpty();
        assertThat(node.signIn(Exchange.get("/signin").after(in), true).location())
                .isEqualTo("/signin/charter");
        Exchange page = node.charter(Exchange.get(in.location()).after(in));
        assertThat(page.body()).contains("ai lu la charte").contains("name=\"version\" value=\"1\"");

        Exchange accepted = node.charter(Exchange.post("/signin/charter")
                .after(in)
                .parameter("csrf", "ours")
                .parameter("version", "1")
                .parameter("return", "/app/news"));

        assertThat(accepted.location()).isEqualTo("/app/news");
        assertThat(current(in)).isPresent();
        assertThat(node.audited).contains("charter.accept account:" + teacher.id() + " {version=1}");
        String recorded = tx.readSql(connection -> text(
                connection, "select version || ' ' || extract(year from accepted) from session.charter_acceptance"));
        assertThat(recorded).isEqualTo("1 2026");
    }

    @Test
    @Requirement("213")
    void asksAgainWhenVersionOfCharterChanges() throws IOException {
        signedIn(teacher, null);
        node = node(Map.of("charter_version", "2"));

        Exchange in = node.proven(Exchange.post("/signin/local"), teacher.id(), null);

        assertThat(in.location()).isEqualTo("/signin/charter");
        assertThat(current(in)).isEmpty();
    }

    @Test
    @Requirement("213")
    void asksInRunningSessionsTooWithoutRestart() throws IOException {
        Exchange in = signedIn(teacher, null);
        assertThat(current(in)).isPresent();

        node.book.modified(FakeSettings.of(SessionConfig.class, Map.of("charter_version", "2")));
        node.desk.modified(FakeSettings.of(SessionConfig.class, Map.of("charter_version", "2")));

        assertThat(current(in)).isEmpty();
        assertThat(node.signIn(Exchange.get("/signin").after(in), true).location())
                .isEqualTo("/signin/charter");
    }

    @Test
    void doesNotTakeAcceptanceOfAnOlderVersionForTheNewOne() throws IOException {
        node = node(Map.of("charter_version", "2"));
        Exchange in = node.proven(Exchange.post("/signin/local"), teacher.id(), null);

        node.charter(Exchange.post("/signin/charter")
                .after(in)
                .parameter("csrf", "ours")
                .parameter("version", "1"));

        assertThat(current(in)).isEmpty();
    }

    @Test
    void showsOperatorsOwnCharter() throws IOException {
        Files.writeString(etc.resolve("charter_fr.html"), "<p>La charte de l'académie</p>");
        Exchange in = node.proven(Exchange.post("/signin/local"), teacher.id(), null);

        assertThat(node.charter(Exchange.get("/signin/charter").after(in)).body())
                .contains("<p>La charte de l'académie</p>");
    }

    @Test
    void acceptsNoCharterFromAnotherSitesForm() throws IOException {
        Exchange in = node.proven(Exchange.post("/signin/local"), teacher.id(), null);

        assertThatThrownBy(() ->
                        node.charter(Exchange.post("/signin/charter").after(in).parameter("version", "1")))
                .isInstanceOf(PortalException.class);
        assertThat(current(in)).isEmpty();
    }
}
