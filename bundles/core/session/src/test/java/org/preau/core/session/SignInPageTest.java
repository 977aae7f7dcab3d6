package org.preau.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.PortalException;
import org.preau.api.base.Requirement;
import org.preau.api.signin.SignInCounter;
import org.preau.testkit.Exchange;

/** The page on which one signs in, with the database and without. */
class SignInPageTest extends SessionWorld {
    @Test
    void showsFormOfCounterThatPlainClientCanPost() throws IOException {
        node.counters.bindCounter(new LocalCounter());

        Exchange page = node.signIn(Exchange.get("/signin?return=/app/news"), true);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("action=\"/signin/local\"")
                .contains("name=\"username\"")
                .contains("name=\"password\" type=\"password\"")
                .contains("name=\"return\" value=\"/app/news\"")
                .contains("name=\"csrf\" value=\"ours\"");
    }

    @Test
    void showsMessageAndKeepsLoginButNotPassword() throws IOException {
        node.counters.bindCounter(new LocalCounter());
        Exchange post =
                Exchange.post("/signin/local").parameter("username", "ada\"<b>").parameter("password", "secret-word");

        node.signIns(post, true).again(post.request(), post.response(), "local", "Mot de passe <i>faux</i>", 403);

        assertThat(post.status()).isEqualTo(403);
        assertThat(post.body())
                .contains("Mot de passe &lt;i&gt;")
                .contains("value=\"ada&quot;&lt;b&gt;\"")
                .doesNotContain("secret-word");
    }

    @Test
    @Requirement("75B-D")
    void saysWithoutDatabaseThatServiceIsInterruptedAndWhenItResumes() throws IOException {
        node = node(Map.of("resume_at", "2026-11-22T18:00"));
        node.counters.bindCounter(new LocalCounter());

        Exchange page = node.signIn(Exchange.get("/signin?return=/app/news"), false);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.answer("Retry-After")).isNotNull();
        assertThat(page.body())
                .contains("interrompu")
                .contains("dimanche 22 novembre à 18 h")
                .contains("%2Fapp%2Fnews")
                .doesNotContain("password");
    }

    @Test
    void staysUpWhenAnnouncedTimeIsNoTime() throws IOException {
        node = node(Map.of("resume_at", "ce soir"));

        assertThat(node.signIn(Exchange.get("/signin"), false).body()).contains("dans quelques minutes");
    }

    @Test
    void sendsSignedInUserOn() throws IOException {
        Exchange in = signedIn(teacher, null);

        assertThat(node.signIn(Exchange.get("/signin?return=/app/news").after(in), true)
                        .location())
                .isEqualTo("/app/news");
    }

    @Test
    void answersNothingBelowItsPath() {
        assertThatThrownBy(() -> node.signIn(Exchange.get("/signin/unknown"), true))
                .isInstanceOf(PortalException.class);
    }

    private static final class LocalCounter implements SignInCounter {
        @Override
        public String id() {
            return "local";
        }

        @Override
        public LocalizedText label() {
            return new LocalizedText("Avec mon identifiant", "");
        }

        @Override
        public int order() {
            return 1;
        }

        @Override
        public Optional<CounterForm> form() {
            return Optional.of(new CounterForm(
                    List.of(
                            new Field("username", new LocalizedText("Identifiant", ""), "text", "username"),
                            new Field(
                                    "password", new LocalizedText("Mot de passe", ""), "password", "current-password")),
                    new LocalizedText("Entrer", ""),
                    List.of(new Link(new LocalizedText("Première connexion", ""), "/signin/local/activate"))));
        }
    }
}
