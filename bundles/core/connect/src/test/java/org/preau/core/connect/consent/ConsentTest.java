package org.preau.core.connect.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PortalException;
import org.preau.api.base.Requirement;
import org.preau.api.connector.ReleaseOutcome;
import org.preau.api.personaldata.DataSubject;
import org.preau.core.connect.member.SqlMembers;
import org.preau.core.connect.services.ConnectData;

@Requirement("3113-5")
class ConsentTest extends AskingForConsent {
    @Test
    void asksBeforeAnythingLeaves() {
        assertThat(it.pageBefore(it.teacher)).contains("/connect/consent/quiz?back=%2Fsso%2Fcas%2Flogin%3Fservice%3Dx");
        assertThat(it.outcome(it.teacher)).isInstanceOf(ReleaseOutcome.ConsentNeeded.class);
        assertThat(it.audited()).isEmpty();
    }

    @Test
    void showsEachAttributeWithItsValueAndPurposeAndNothingTicked() {
        it.get(it.teacher, "");
        String html = ConsentWorld.html(it.world.pages.shown());

        assertThat(html)
                .contains("Nom de famille", "Family-jeanne", "Given-jeanne", "jeanne@mail.example")
                .contains("Signer votre travail", "https://quiz.example/cgu", "J'accepte ce que j'ai coché")
                .doesNotContain(" checked", "!ask");
    }

    @Test
    void releasesWhatWasTickedOnceThenTheIdentifierAlone() {
        HttpResponse<String> answer = it.give(it.teacher, "ENTPersonNom");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/sso/x");
        assertThat(it.pageBefore(it.teacher)).isEmpty();
        assertThat(it.leaves(it.teacher)).containsExactly("ENTPersonNom");
        assertThat(it.leaves(it.teacher)).isEmpty();
        assertThat(it.audited()).containsExactly("consent.give", "connector.release", "connector.release");
        assertThat(it.world.pages.checked()).isOne();
    }

    @Test
    void deliversOnceToReleasesAtTheSameTime() throws Exception {
        it.give(it.teacher, "ENTPersonNom");
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<String>>> calls = IntStream.range(0, 8)
                    .<Callable<List<String>>>mapToObj(i -> () -> it.leaves(it.teacher))
                    .toList();
            int delivered = 0;
            for (var call : threads.invokeAll(calls)) {
                delivered += call.get().size();
            }
            assertThat(delivered).isOne();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void remembersARefusalAndShowsItWithAWayToReconsider() {
        HttpResponse<String> answer = it.post(it.teacher, "terms", it.terms().digest(), "answer", "refuse");

        assertThat(answer.headers().firstValue("Location")).contains("/connect/consent/quiz?back=%2Fsso%2Fx");
        assertThat(it.pageBefore(it.teacher)).isPresent();
        assertThat(it.outcome(it.teacher)).isInstanceOf(ReleaseOutcome.ConsentNeeded.class);
        it.get(it.teacher, "");
        assertThat(ConsentWorld.html(it.world.pages.shown()))
                .contains("Refusé le 20 novembre 2026", "Vous pouvez changer d'avis");
        assertThat(it.audited()).containsExactly("consent.refuse");

        it.give(it.teacher, "ENTPersonMail");
        assertThat(it.leaves(it.teacher)).containsExactly("ENTPersonMail");
    }

    @Test
    void doesNotTakeForDeliveredWhatTheDirectoryCouldNotTell() {
        it.give(it.teacher, "ENTPersonNom");
        it.world.directory(false);
        assertThat(it.leaves(it.teacher)).isEmpty();
        it.world.directory(true);

        assertThat(it.leaves(it.teacher)).containsExactly("ENTPersonNom");
    }

    @Test
    void letsTheIdentifierAloneLeaveWhenNothingWasTicked() {
        it.post(it.teacher, "terms", it.terms().digest(), "answer", "give");

        assertThat(it.leaves(it.teacher)).isEmpty();
        assertThat(it.pageBefore(it.teacher)).isEmpty();
    }

    @Test
    void asksAgainWhenTheConventionChanges() {
        it.give(it.teacher, "ENTPersonNom");
        for (String[] change : new String[][] {
            {"purpose.fr", "Vendre des livres"},
            {"convention.url", "https://quiz.example/cgu2"},
            {"attributes", "ENTPersonNom, ENTPersonPrenom, ENTPersonMail, ENTPersonDateNaissance"}
        }) {
            it.convention(change);
            assertThat(it.outcome(it.teacher)).as(change[0]).isInstanceOf(ReleaseOutcome.ConsentNeeded.class);
            it.get(it.teacher, "");
            assertThat(ConsentWorld.html(it.world.pages.shown())).contains("Les conditions de ce service ont changé");
        }
        it.convention("attributes", "ENTPersonMail, ENTPersonNom, ENTPersonPrenom", "name.fr", "Autre nom");
        assertThat(it.leaves(it.teacher)).as("order and name are no terms").containsExactly("ENTPersonNom");
    }

    @Test
    void keepsNothingOfAnAnswerToOtherTerms() {
        String before = it.terms().digest();
        it.convention("purpose.fr", "Vendre des livres");

        HttpResponse<String> answer =
                it.post(it.teacher, "terms", before, "answer", "give", "attribute", "ENTPersonNom");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(it.rows.find(it.teacher.personId(), "quiz")).isEmpty();
    }

    @Test
    void refusesTamperedAttributes() {
        for (String name : new String[] {"ENTPersonDateNaissance", "ENTEleveINE", "", "ENTPersonNom,ENTPersonLogin"}) {
            HttpResponse<String> answer = it.give(it.teacher, name);
            assertThat(answer.statusCode()).as(name).isEqualTo(400);
        }
        HttpResponse<String> both = it.post(
                it.teacher,
                "terms",
                it.terms().digest(),
                "answer",
                "give",
                "attribute",
                "ENTPersonNom",
                "attribute",
                "ENTPersonLogin");
        assertThat(both.statusCode()).isEqualTo(400);
        assertThat(it.rows.find(it.teacher.personId(), "quiz")).isEmpty();
        assertThat(it.audited()).isEmpty();
    }

    @Test
    void takesBackAndIsUndoneByAgreeingAgain() {
        it.give(it.teacher, "ENTPersonNom");
        it.leaves(it.teacher);

        assertThat(it.consents.withdraw(it.teacher, it.teacher.personId(), "quiz"))
                .isTrue();
        assertThat(it.consents.withdraw(it.teacher, it.teacher.personId(), "quiz"))
                .isFalse();
        assertThat(it.outcome(it.teacher)).isInstanceOf(ReleaseOutcome.ConsentNeeded.class);

        it.give(it.teacher, "ENTPersonNom");
        assertThat(it.leaves(it.teacher)).containsExactly("ENTPersonNom");
        assertThat(it.audited())
                .containsExactly(
                        "consent.give", "connector.release", "consent.withdraw", "consent.give", "connector.release");
    }

    @Test
    void keepsNoDecisionThatCannotBeAudited() {
        it.world.audit.breakDown(true);
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> it.consents.give(it.teacher, it.teacher.personId(), it.terms(), Set.of()));
        assertThat(it.rows.find(it.teacher.personId(), "quiz")).isEmpty();
    }

    @Test
    void forgetsWhoIsErased() {
        it.consents.give(it.guardian, it.pupil.personId(), it.terms(), Set.of("ENTPersonNom"));
        it.consents.give(it.teacher, it.teacher.personId(), it.terms(), Set.of());

        ConnectData data = new ConnectData(it.tx, new SqlMembers(it.tx, Clock.systemUTC()), event -> {});
        data.erase(new DataSubject(it.guardian.personId(), List.of()));
        data.erase(new DataSubject(it.teacher.personId(), List.of()));

        assertThat(it.rows.find(it.pupil.personId(), "quiz").orElseThrow().decidedBy())
                .isNull();
        assertThat(it.rows.find(it.teacher.personId(), "quiz")).isEmpty();
    }
}
