package org.preau.core.connect.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.connector.ReleaseOutcome;
import org.preau.api.signin.PortalSession;

/** A pupil never decides; his guardian does. */
@Requirement("3113-5")
class ConsentOfPupilsTest extends AskingForConsent {
    @Test
    void tellsAPupilThatAParentDecidesAndLetsHimAsk() {
        assertThat(it.pageBefore(it.pupil)).isPresent();
        it.get(it.pupil, "");
        assertThat(ConsentWorld.html(it.world.pages.shown()))
                .contains("un parent doit d'abord dire oui", "Demander à un parent")
                .doesNotContain("Family-zoe", "ENTPersonNom", "J'accepte");

        it.post(it.pupil, "answer", "ask");
        it.get(it.pupil, "");
        assertThat(ConsentWorld.html(it.world.pages.shown()))
                .contains("C'est demandé")
                .doesNotContain("Demander à");
        assertThat(it.audited()).containsExactly("consent.ask");
    }

    @Test
    void letsNoPupilDecide() {
        assertThat(it.give(it.pupil, "ENTPersonNom").statusCode()).isEqualTo(403);
        assertThat(it.post(it.pupil, "terms", it.terms().digest(), "answer", "refuse")
                        .statusCode())
                .isEqualTo(403);
        assertThat(it.post(
                                it.pupil,
                                "terms",
                                it.terms().digest(),
                                "answer",
                                "give",
                                "child",
                                it.pupil.personId().toString())
                        .statusCode())
                .as("a pupil is not his own child")
                .isEqualTo(404);
        assertThat(it.outcome(it.pupil)).isInstanceOf(ReleaseOutcome.ConsentNeeded.class);
    }

    @Test
    void letsTheGuardianDecideForThePupil() {
        String child = it.pupil.personId().toString();
        it.get(it.guardian, "&child=" + child);
        assertThat(ConsentWorld.html(it.world.pages.shown()))
                .contains("informations sur Given-zoe", "Family-zoe")
                .doesNotContain("Family-anne");

        it.post(
                it.guardian,
                "terms",
                it.terms().digest(),
                "answer",
                "give",
                "attribute",
                "ENTPersonPrenom",
                "child",
                child);

        assertThat(it.leaves(it.pupil)).containsExactly("ENTPersonPrenom");
        assertThat(it.outcome(it.guardian))
                .as("he decided nothing for himself")
                .isInstanceOf(ReleaseOutcome.ConsentNeeded.class);
        assertThat(it.world.audit.entries().get(0).details()).containsEntry("person", child);
    }

    @Test
    void letsNobodyElseDecideForThePupil() {
        String child = it.pupil.personId().toString();
        PortalSession other = it.world.sessions.signIn("karim", Profile.GUARDIAN, it.world.school);
        for (PortalSession session : List.of(other, it.teacher)) {
            assertThat(it.get(session, "&child=" + child).statusCode()).isEqualTo(404);
            assertThat(it.post(session, "terms", it.terms().digest(), "answer", "give", "child", child)
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(it.get(it.guardian, "&child=x").statusCode()).isEqualTo(404);
    }
}
