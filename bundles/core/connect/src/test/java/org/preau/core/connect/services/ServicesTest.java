package org.preau.core.connect.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.ReleaseOutcome;
import org.preau.api.connector.UserFacts;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.ConnectWorld;
import org.preau.core.connect.consent.AskingForConsent;
import org.preau.core.connect.consent.ConsentWorld;
import org.preau.core.connect.testing.PortalServer;

@Requirement("3113-5")
class ServicesTest extends AskingForConsent {
    private PortalServer server;

    @BeforeEach
    void serve() throws Exception {
        ServiceLines lines = new ServiceLines(it.consents, it.world.catalogue, it.clock);
        ServicesPage page = new ServicesPage(
                it.world.catalogue, lines, it.rows, it.world.identifiers(it.tx, it.clock), it.wards, it.clock);
        server = new PortalServer(new ServicesEndpoint(page, it.consents, it.wards, it.world.sessions, it.world.pages));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsTheGuardianWhichQuestionsWaitForEachChild() {
        it.post(it.pupil, "answer", "ask");

        String html = show(it.guardian);

        assertThat(html)
                .contains("Une question attend votre réponse", "Pour Given-zoe", "Votre enfant l'a demandé.")
                .contains("/connect/consent/quiz?back=%2Fconnect%2Fservices&amp;child=" + it.pupil.personId());
        assertThat(show(it.teacher)).doesNotContain("Une question attend", "Given-zoe");
    }

    @Test
    void showsWhatWasAgreedToWhenAndTheLastVisit() {
        agree(it.teacher, "ENTPersonNom");
        assertThat(show(it.teacher))
                .contains("Recevra à la prochaine connexion, une seule fois : Nom de famille.")
                .contains("Accord donné le 20 novembre 2026 par vous.");

        it.leaves(it.teacher);
        assertThat(show(it.teacher))
                .contains("A reçu une fois : Nom de famille.")
                .contains("Dernière visite le 20 novembre 2026.");
    }

    @Test
    void takesAnAgreementBackByOneButton() {
        agree(it.teacher, "ENTPersonNom");

        HttpResponse<String> answer = server.send("POST", "/connect/services?connector=quiz&child=", it.teacher);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(it.world.pages.checked()).isEqualTo(2);
        assertThat(it.outcome(it.teacher)).isInstanceOf(ReleaseOutcome.ConsentNeeded.class);
        assertThat(show(it.teacher)).contains("Accord repris le 20 novembre 2026", "Revoir ce choix");
    }

    @Test
    void letsAGuardianTakeBackForAChildAndNobodyElse() {
        String child = "&child=" + it.pupil.personId();
        it.post(
                it.guardian,
                "terms",
                it.terms().digest(),
                "answer",
                "give",
                "child",
                it.pupil.personId().toString());

        assertThat(server.send("POST", "/connect/services?connector=quiz" + child, it.teacher)
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.send("POST", "/connect/services?connector=quiz", it.pupil)
                        .statusCode())
                .isEqualTo(403);
        assertThat(it.leaves(it.pupil)).isEmpty();
        assertThat(server.send("POST", "/connect/services?connector=quiz" + child, it.guardian)
                        .statusCode())
                .isEqualTo(303);
        assertThat(it.outcome(it.pupil)).isInstanceOf(ReleaseOutcome.ConsentNeeded.class);
    }

    @Test
    void letsAPupilSeeButNotChange() {
        it.post(
                it.guardian,
                "terms",
                it.terms().digest(),
                "answer",
                "give",
                "child",
                it.pupil.personId().toString());

        assertThat(show(it.pupil)).contains("par un autre responsable").doesNotContain("<form", "/connect/consent/");
    }

    @Test
    void tellsInWordsWhatOtherCategoriesReceive() {
        it.world.deploy(new Nothing());
        it.world.write("org.preau.connector~other.cfg", ConnectWorld.file("name.fr", "Exercices", "category", "3"));

        assertThat(show(it.teacher))
                .contains("Exercices", "Reçoit un identifiant qui ne dit rien de la personne, son profil")
                .doesNotContain("ENTPerson");
    }

    @Test
    void keepsTheButtonOfAServiceThatIsGone() {
        agree(it.teacher, "ENTPersonNom");
        it.world.delete("org.preau.connector~quiz.cfg");

        assertThat(show(it.teacher)).contains("n'est plus proposé", "Reprendre mon accord");
        server.send("POST", "/connect/services?connector=quiz", it.teacher);
        assertThat(show(it.teacher)).doesNotContain("quiz");
    }

    @Test
    void asksWhoIsNotSignedInToSignIn() {
        assertThat(server.get("/connect/services", null).headers().firstValue("Location"))
                .contains("/signin?return=%2Fconnect%2Fservices");
        assertThat(server.get("/connect/services/x", it.teacher).statusCode()).isEqualTo(404);
    }

    private void agree(PortalSession session, String attribute) {
        it.post(session, "terms", it.terms().digest(), "answer", "give", "attribute", attribute);
    }

    private String show(PortalSession session) {
        assertThat(server.get("/connect/services", session).statusCode()).isEqualTo(200);
        return ConsentWorld.html(it.world.pages.shown());
    }

    private static final class Nothing implements CategoryPolicy {
        @Override
        public int category() {
            return 3;
        }

        @Override
        public Release release(Connector connector, UserFacts user) {
            return Release.NOTHING;
        }
    }
}
