package org.preau.signin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Scope;
import org.preau.testkit.Exchange;

/** The first sign-in with the code of a sheet, and help for who lost his password. */
class ActivationTest extends LocalCounterWorld {
    @Test
    @Requirement("44A")
    void activatesAdultWithCodeOfHisSheetOnce() throws IOException {
        Account guardian = school.account("paul.martinez", Profile.GUARDIAN, AccountState.INACTIVE);
        String code = card(guardian).code();

        Exchange done = counter.activate("paul.martinez", code.toLowerCase().replace("-", " "), GOOD);

        assertThat(done.status()).isEqualTo(303);
        assertThat(counter.signedIn).containsExactly(guardian.id());
        assertThat(counter.audited).contains("signin.activate account:" + guardian.id());
        assertThat(counter.activate("paul.martinez", code, "autre-longue-phrase")
                        .status())
                .isEqualTo(403);
        assertThat(counter.signIn("paul.martinez", GOOD).status()).isEqualTo(303);
    }

    @Test
    void leadsWhoTypesHisCodeAsPasswordToActivation() throws IOException {
        Account guardian = school.account("paul.martinez", Profile.GUARDIAN, AccountState.INACTIVE);
        String code = card(guardian).code();

        Exchange page = counter.signIn("paul.martinez", code);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("action=\"/signin/local/activate\"")
                .contains("value=\"paul.martinez\"")
                .contains("value=\"" + code + "\"");
        assertThat(counter.signedIn).isEmpty();
    }

    @Test
    void answersUnknownLoginAsWrongCode() throws IOException {
        Account guardian = school.account("paul.martinez", Profile.GUARDIAN, AccountState.INACTIVE);
        card(guardian);

        String wrong = counter.activate("paul.martinez", "AAAA-BBBB", GOOD).body();

        for (String login : List.of("nobody.here.xx", "ada.martinez")) {
            Exchange unknown = counter.activate(login, "AAAA-BBBB", GOOD);
            assertThat(unknown.status()).isEqualTo(403);
            assertThat(unknown.body().replace(login, "paul.martinez")).isEqualTo(wrong);
        }
    }

    @Test
    void guardsCodesAgainstGuessing() throws IOException {
        Account guardian = school.account("paul.martinez", Profile.GUARDIAN, AccountState.INACTIVE);
        String code = card(guardian).code();
        for (int i = 0; i < 6; i++) {
            counter.activate("paul.martinez", "AAAA-BBBB", GOOD);
        }

        assertThat(counter.activate("paul.martinez", code, GOOD).status()).isEqualTo(403);
        assertThat(counter.signedIn).isEmpty();
    }

    @Test
    void refusesWeakPasswordsWithReasonBesideField() throws IOException {
        Account guardian = school.account("paul.martinez", Profile.GUARDIAN, AccountState.INACTIVE);
        String code = card(guardian).code();

        for (var weak : Map.of(
                        "court", "trop court",
                        "ada-mange-des-pommes", "votre nom",
                        "Azertyuiop123!", "en premier",
                        "111111111111111", "en premier")
                .entrySet()) {
            Exchange again = counter.activate("paul.martinez", code, weak.getKey());
            assertThat(again.status()).isEqualTo(400);
            assertThat(again.body())
                    .contains(weak.getValue())
                    .contains("href=\"#activate-password\"")
                    .contains("aria-invalid=\"true\"")
                    .doesNotContain("value=\"" + weak.getKey());
        }
        assertThat(counter.activate("paul.martinez", code, GOOD).status()).isEqualTo(303);
    }

    @Test
    void takesActivationFormsOfThisPortalOnly() throws IOException {
        Account guardian = school.account("paul.martinez", Profile.GUARDIAN, AccountState.INACTIVE);
        String code = card(guardian).code();

        Exchange foreign = counter.send(Exchange.post("/signin/local/activate")
                .parameter("username", "paul.martinez")
                .parameter("code", code)
                .parameter("password", GOOD)
                .parameter("password2", GOOD));

        assertThat(foreign.status()).isEqualTo(403);
        assertThat(counter.signedIn).isEmpty();
    }

    @Test
    void wantsSamePasswordTwice() throws IOException {
        Exchange differ = counter.send(Exchange.post("/signin/local/activate")
                .parameter("csrf", "ours")
                .parameter("password", GOOD)
                .parameter("password2", GOOD + "x"));

        assertThat(differ.status()).isEqualTo(400);
        assertThat(differ.body()).contains("ne sont pas les mêmes");
    }

    @Test
    void tellsWhomToAskForLostPassword() throws IOException {
        assertThat(counter.send(Exchange.get("/signin/local/forgotten")).body()).contains("trois mots");
    }

    @Test
    void teacherOfClassGivesPupilAnotherPassphrase() throws IOException {
        Account pupil = school.account("emma.martinez", Profile.STUDENT, AccountState.ACTIVE);
        String old = card(pupil).passphrase();
        Subject by = new Subject(teacher.id(), teacher.personId(), Profile.TEACHER, school.school.id());

        assertThatThrownBy(() -> counter.passwords.resetPupil(by, pupil.id())).isInstanceOf(PortalException.class);
        counter.allowed.add(Scope.schoolClass(school.cp.id()));
        String fresh = counter.passwords.resetPupil(by, pupil.id());

        assertThat(counter.signIn("emma.martinez", old).status()).isEqualTo(403);
        assertThat(counter.signIn("emma.martinez", fresh).status()).isEqualTo(303);
        assertThat(counter.revoked).contains(pupil.id());
        assertThat(counter.audited).contains("signin.reset-pupil account:" + pupil.id());
        assertThatThrownBy(() -> counter.passwords.resetPupil(by, teacher.id())).isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> counter.passwords.set(by, pupil.id(), GOOD)).isInstanceOf(PortalException.class);
    }

    @Test
    void newCodeMakesOldPasswordVoid() throws IOException {
        String code = counter.passwords.renewCode(Subject.SYSTEM, teacher.id());

        assertThat(counter.signIn("ada.martinez", GOOD).status()).isEqualTo(403);
        assertThat(counter.activate("ada.martinez", code, "nouvelle-longue-phrase")
                        .status())
                .isEqualTo(303);
        assertThat(counter.signIn("ada.martinez", "nouvelle-longue-phrase").status())
                .isEqualTo(303);
    }
}
