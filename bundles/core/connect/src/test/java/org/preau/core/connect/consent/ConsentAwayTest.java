package org.preau.core.connect.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;

/** The question to people who are signed out, for whom it is not, and while the service is stopped. */
@Requirement("3113-5")
class ConsentAwayTest extends AskingForConsent {
    @Test
    void isNotThereForWhoDoesNotGetTheServiceOrForOneThatAsksNobody() {
        it.convention("audience.profiles", "GUARDIAN");
        assertThat(it.get(it.teacher, "").statusCode()).isEqualTo(404);
        assertThat(it.get(it.guardian, "&child=" + it.pupil.personId()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoAnswersWhileTheServiceIsStoppedIsToldThatNothingWasKept() {
        String terms = it.terms().digest();
        it.world.undeploy(it.policy);
        HttpResponse<String> stopped = it.post(it.teacher, "answer", "give", "terms", terms);
        assertThat(stopped.statusCode()).isEqualTo(503);
        assertThat(stopped.body()).contains("stopped for now. Nothing is lost");
        assertThat(it.get(it.teacher, "").statusCode()).isEqualTo(503);

        it.world.deploy(it.policy);
        assertThat(it.get(it.teacher, "").statusCode()).isEqualTo(200);
        assertThat(it.audited()).doesNotContain("consent.give");

        it.convention("category", "9");
        HttpResponse<String> gone = it.post(it.teacher, "answer", "give", "terms", terms);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).contains("Your answer was not kept");
    }

    @Test
    void isWhereTheBrowserComesBackToOnceItsUserHasSignedIn() {
        String child = it.pupil.personId().toString();

        assertThat(it.anonymous("/connect/consent/quiz?back=/x").headers().firstValue("Location"))
                .contains("/signin?return=%2Fconnect%2Fconsent%2Fquiz%3Fback%3D%252Fx");
        assertThat(it.anonymous("/connect/consent/quiz?back=//evil.example&child=" + child)
                        .headers()
                        .firstValue("Location"))
                .contains("/signin?return=%2Fconnect%2Fconsent%2Fquiz%3Fback%3D%252F%26child%3D" + child);
        assertThat(it.anonymous("/connect/consent/quiz?back=/x&child=%22%3E")
                        .headers()
                        .firstValue("Location"))
                .contains("/signin?return=%2Fconnect%2Fconsent%2Fquiz%3Fback%3D%252Fx");
    }
}
