package org.preau.signin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.signin.PortalSession;
import org.preau.testkit.Exchange;

/** Who fears that somebody learnt his password changes it himself: three of our texts tell him to. */
class PasswordChangeTest extends LocalCounterWorld {
    private static final String NEW = "train-orange-neige-piano";

    @BeforeEach
    void signsIn() {
        counter.session = Optional.of(new PortalSession(
                UUID.randomUUID(),
                teacher.id(),
                teacher.personId(),
                teacher.login(),
                teacher.firstName(),
                teacher.lastName(),
                "local",
                clock.instant(),
                new PortalSession.Context(Profile.TEACHER, school.school.id(), "", "", null)));
    }

    @Test
    void changesPasswordByThePresentOneAndSignsOutEverywhere() throws IOException {
        assertThat(change(GOOD, NEW, NEW).status()).isEqualTo(200);

        assertThat(counter.revoked).contains(teacher.id());
        assertThat(counter.audited).contains("signin.change-password account:" + teacher.id());
        assertThat(counter.signIn("ada.martinez", GOOD).status()).isEqualTo(403);
        assertThat(counter.signIn("ada.martinez", NEW).status()).isEqualTo(303);
    }

    @Test
    void keepsPasswordWhenThePresentOneIsWrongOrTheNewOneIsNoGood() throws IOException {
        Exchange wrong = change("not-the-password", NEW, NEW);
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.body()).contains("pas le vôtre. Rien n&#39;a été changé.");
        assertThat(change(GOOD, NEW, NEW + "x").status()).isEqualTo(400);
        assertThat(change(GOOD, "court", "court").body()).contains("trop court").contains("#change-password1");
        assertThat(change(GOOD, "ada-mange-des-pommes", "ada-mange-des-pommes").body())
                .contains("votre nom");

        assertThat(counter.signIn("ada.martinez", GOOD).status()).isEqualTo(303);
    }

    @Test
    void guardsThePresentPasswordAgainstGuessing() throws IOException {
        for (int i = 0; i < 6; i++) {
            change("guess-" + i, NEW, NEW);
        }

        assertThat(change(GOOD, NEW, NEW).status()).isEqualTo(403);
    }

    @Test
    void isNotForWhoIsNotSignedIn() throws IOException {
        counter.session = Optional.empty();

        assertThat(counter.send(Exchange.get("/signin/local/password")).status())
                .isEqualTo(303);
    }

    private Exchange change(String before, String wanted, String again) throws IOException {
        return counter.send(Exchange.post("/signin/local/password")
                .parameter("csrf", "ours")
                .parameter("password", before)
                .parameter("password1", wanted)
                .parameter("password2", again));
    }
}
