package org.preau.apps.news.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preau.api.app.ContributionsChanged;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Requirement;

class NewsTest extends Editors {
    @Test
    @Requirement({"54H", "54I"})
    void showsItsReadersWhatATeacherPublishes() {
        newsroom.publish(teacher, null, text("Sortie", "<p>Mardi <script>x</script>en forêt</p>", ownClass));
        newsroom.publish(head, null, text("Ailleurs", "<p>Pour une autre classe</p>", otherClass));

        assertThat(titles()).containsExactly("Sortie");
        Headline headline = headlines().items().get(0);
        assertThat(headline.excerpt()).isEqualTo("Mardi en forêt");
        assertThat(newsstand.article(headline.id()).orElseThrow().body()).isEqualTo("<p>Mardi en forêt</p>");
        assertThat(audit.actions).contains("news.publish");
        assertThat(events.events).contains(new ContributionsChanged("news", List.of(ownClass)));
    }

    @Test
    void refusesWhoMayNotWriteThere() {
        assertThatThrownBy(() -> newsroom.publish(teacher, null, text("Non", "<p>x</p>", otherClass)))
                .isInstanceOfSatisfying(PortalException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.FORBIDDEN));
    }

    @Test
    void refusesWhatIsIncomplete() {
        assertRefused("error.title.missing", text(" ", "<p>x</p>", ownClass));
        assertRefused("error.body.missing", text("Titre", "<p>&nbsp;</p><img src=x>", ownClass));
        assertRefused("error.title.long", text("t".repeat(201), "<p>x</p>", ownClass));
        assertRefused("error.body.long", text("Titre", "x".repeat(40_001), ownClass));
        assertRefused(
                "error.expires",
                new Manuscript(
                        "Titre",
                        "<p>x</p>",
                        ownClass,
                        false,
                        false,
                        null,
                        time.instant().minusSeconds(1)));
    }

    @Test
    @Requirement("54I")
    void waitsForThePublicationHours() {
        time.set(Instant.parse("2026-11-23T21:00:00Z"));
        Article late = newsroom.publish(teacher, null, text("Le soir", "<p>x</p>", ownClass));

        assertThat(late.publishAt()).isEqualTo("2026-11-24T07:00:00Z");
        assertThat(late.state(time.instant())).isEqualTo(ArticleState.SCHEDULED);
        assertThat(titles()).isEmpty();
        assertThat(events.events).isEmpty();
        assertThat(jobs.runs).containsEntry(late.id().toString(), Instant.parse("2026-11-24T07:00:00Z"));

        time.set(Instant.parse("2026-11-24T07:00:00Z"));
        new PublishJob(tx, events, new Announcements().by(told)).run(late.id().toString());
        assertThat(titles()).containsExactly("Le soir");
        assertThat(events.events).containsExactly(new ContributionsChanged("news", List.of(ownClass)));
    }

    @Test
    void letsUrgentNewsGoRoundTheHours() {
        time.set(Instant.parse("2026-11-23T21:00:00Z"));
        newsroom.publish(teacher, null, new Manuscript("Neige", "<p>x</p>", ownClass, false, true, null, null));

        assertThat(titles()).containsExactly("Neige");
        assertThat(audit.details.get(0)).containsEntry("urgent", "true");
    }

    @Test
    void keepsDraftsForTheirAuthorUntilTheyArePublished() {
        Article draft = newsroom.saveDraft(teacher, null, text("", "<p>Un début</p>", ownClass));
        newsroom.saveDraft(teacher, draft.id(), text("Titre", "<p>Un début</p>", ownClass));

        assertThat(titles()).isEmpty();
        assertThat(written(teacher)).containsExactly("Titre");
        assertThat(written(colleague)).isEmpty();
        newsroom.publish(teacher, draft.id(), text("Titre", "<p>Tout</p>", ownClass));
        assertThat(titles()).containsExactly("Titre");
        assertThatThrownBy(() -> newsroom.saveDraft(teacher, draft.id(), text("x", "x", ownClass)))
                .isInstanceOf(PortalException.class);
    }

    @Test
    void keepsThePlaceOfACorrectedArticle() {
        Article first = newsroom.publish(teacher, null, text("Première", "<p>a</p>", ownClass));
        time.pass(Duration.ofHours(1));
        newsroom.publish(teacher, null, text("Deuxième", "<p>b</p>", ownClass));
        newsroom.publish(teacher, first.id(), text("Première, corrigée", "<p>a</p>", ownClass));

        assertThat(titles()).containsExactly("Deuxième", "Première, corrigée");
    }

    @Test
    void letsAuthorAndHeadChangeButNotAColleague() {
        Article article = newsroom.publish(teacher, null, text("Titre", "<p>a</p>", ownClass));

        assertThat(newsroom.mayChange(teacher.subject(), article)).isTrue();
        assertThat(newsroom.mayChange(head.subject(), article)).isTrue();
        assertThat(newsroom.mayChange(colleague.subject(), article)).isFalse();
        assertThatThrownBy(() -> newsroom.delete(colleague, article.id()))
                .isInstanceOfSatisfying(PortalException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void bringsADeletedArticleBackForThirtyDays() {
        Article article = newsroom.publish(teacher, null, text("Titre", "<p>a</p>", ownClass));
        PurgeJob purge = new PurgeJob(tx, time);

        newsroom.delete(teacher, article.id());
        assertThat(titles()).isEmpty();
        assertThat(newsstand.article(article.id())).isEmpty();
        time.pass(Duration.ofDays(29));
        purge.run("");
        newsroom.restore(teacher, article.id());
        assertThat(titles()).containsExactly("Titre");

        newsroom.delete(teacher, article.id());
        time.pass(Duration.ofDays(31));
        purge.run("");
        assertThatThrownBy(() -> newsroom.restore(teacher, article.id())).isInstanceOf(PortalException.class);
        assertThat(audit.actions).contains("news.delete", "news.restore");
    }

    @Test
    void tellsThePeopleOnceWhenAnArticleAppearsAndTakesItBackWithIt() {
        Article article = newsroom.publish(teacher, null, text("Sortie", "<p>x</p>", ownClass));
        newsroom.publish(teacher, article.id(), text("Sortie", "<p>x</p>", ownClass));
        assertThat(told.sent).singleElement().satisfies(notification -> {
            assertThat(notification.path()).isEqualTo("/app/news/article/" + article.id());
            assertThat(notification.author()).isEqualTo(teacher.subject().accountId());
        });
        newsroom.delete(teacher, article.id());
        assertThat(told.withdrawn).containsExactly("/app/news/article/" + article.id());
    }
}
