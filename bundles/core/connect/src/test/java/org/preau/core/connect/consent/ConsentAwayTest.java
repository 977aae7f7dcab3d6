package org.preau.core.connect.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.persistence.Tx;
import org.preau.core.connect.ConnectUnit;
import org.preau.core.persistence.testing.TestDatabase;

/** The question to people who are signed out, for whom it is not, and while the service is stopped. */
@Requirement("3113-5")
class ConsentAwayTest {
    private static TestDatabase database;
    private static Tx tx;

    private ConsentWorld it;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.create();
        tx = database.tx(new ConnectUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void open() throws Exception {
        it = new ConsentWorld(tx);
    }

    @AfterEach
    void close() {
        it.close();
    }

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
