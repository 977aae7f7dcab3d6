package org.preau.apps.news.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.app.ContributionsChanged;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.core.persistence.testing.TestDatabase;

class NewsTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static Tx tx;

    private final Fakes.Time time = new Fakes.Time();
    private final Fakes.Allowing authorisation = new Fakes.Allowing();
    private final Fakes.Published events = new Fakes.Published();
    private final Fakes.Scheduled jobs = new Fakes.Scheduled();
    private final Fakes.Trail audit = new Fakes.Trail();
    private final FakeNotifications told = new FakeNotifications();
    private final Newsroom newsroom =
            new Newsroom(tx, authorisation, audit, events, jobs, new Fakes.Hours(), time, new Announcements().by(told));
    private final Newsstand newsstand = new Newsstand(tx, time);
    private final ReadMarks marks = new ReadMarks(tx, time);

    private final UUID school = Ids.next();
    private final Scope ownClass = Scope.schoolClass(Ids.next());
    private final Scope otherClass = Scope.schoolClass(Ids.next());
    private final Author teacher = author("Claire Verdier", Profile.TEACHER);
    private final Author colleague = author("Marc Imbert", Profile.TEACHER);
    private final Author head = author("Sophie Lamy", Profile.HEAD);
    private final Audience readers = new Audience(Map.of(ownClass.id(), "CE1", school, "Les Tilleuls"));

    @BeforeAll
    static void open() {
        tx = DATABASE.tx(new NewsUnit());
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @BeforeEach
    void allow() {
        authorisation.allow(teacher.subject(), ownClass);
        authorisation.allow(teacher.subject(), Scope.structure(school));
        authorisation.allow(colleague.subject(), ownClass);
        authorisation.allow(head.subject(), ownClass);
        authorisation.allow(head.subject(), otherClass);
        authorisation.allow(head.subject(), Scope.structure(school));
    }

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
                new Manuscript("Titre", "<p>x</p>", ownClass, false, false, null, time.now.minusSeconds(1)));
    }

    @Test
    void putsPinnedFirstThenTheLatest() {
        newsroom.publish(teacher, null, new Manuscript("Épinglé", "<p>a</p>", ownClass, true, false, null, null));
        time.pass(Duration.ofMinutes(1));
        newsroom.publish(teacher, null, text("Ancien", "<p>b</p>", ownClass));
        time.pass(Duration.ofMinutes(1));
        newsroom.publish(teacher, null, text("Récent", "<p>c</p>", Scope.structure(school)));

        assertThat(titles()).containsExactly("Épinglé", "Récent", "Ancien");
        Page<Headline> second = newsstand.headlines(readers, new PageRequest(1, 1));
        assertThat(second.total()).isEqualTo(3);
        assertThat(second.items()).extracting(Headline::title).containsExactly("Récent");
    }

    @Test
    @Requirement("54I")
    void waitsForThePublicationHours() {
        time.now = Instant.parse("2026-11-23T21:00:00Z");
        Article late = newsroom.publish(teacher, null, text("Le soir", "<p>x</p>", ownClass));

        assertThat(late.publishAt()).isEqualTo("2026-11-24T07:00:00Z");
        assertThat(late.state(time.now)).isEqualTo(ArticleState.SCHEDULED);
        assertThat(titles()).isEmpty();
        assertThat(events.events).isEmpty();
        assertThat(jobs.runs).containsEntry(late.id().toString(), Instant.parse("2026-11-24T07:00:00Z"));

        time.now = Instant.parse("2026-11-24T07:00:00Z");
        new PublishJob(tx, events, new Announcements().by(told)).run(late.id().toString());
        assertThat(titles()).containsExactly("Le soir");
        assertThat(events.events).containsExactly(new ContributionsChanged("news", List.of(ownClass)));
    }

    @Test
    void letsUrgentNewsGoRoundTheHours() {
        time.now = Instant.parse("2026-11-23T21:00:00Z");
        newsroom.publish(teacher, null, new Manuscript("Neige", "<p>x</p>", ownClass, false, true, null, null));

        assertThat(titles()).containsExactly("Neige");
        assertThat(audit.details.get(0)).containsEntry("urgent", "true");
    }

    @Test
    void showsNothingBeforeItsTimeNorAfterItsEnd() {
        Instant tomorrow = time.now.plus(Duration.ofDays(1));
        Article article = newsroom.publish(
                teacher,
                null,
                new Manuscript(
                        "Demain", "<p>x</p>", ownClass, false, false, tomorrow, tomorrow.plus(Duration.ofDays(1))));

        assertThat(titles()).isEmpty();
        time.pass(Duration.ofDays(1));
        assertThat(titles()).containsExactly("Demain");
        time.pass(Duration.ofDays(1));
        assertThat(titles()).isEmpty();
        assertThat(newsstand.article(article.id()).orElseThrow().state(time.now))
                .isEqualTo(ArticleState.EXPIRED);
        assertThat(jobs.runs).containsKey(PublishJob.endOf(article.id()));
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
    void remembersWhatWasReadSinceTheLastVisit() {
        PortalSession reader = session();
        Article first = newsroom.publish(teacher, null, text("Un", "<p>a</p>", ownClass));
        newsroom.publish(teacher, null, text("Deux", "<p>b</p>", ownClass));
        assertThat(unread(reader)).containsExactlyInAnyOrder("Un", "Deux");

        marks.opened(reader, first.id());
        marks.opened(reader, first.id());
        assertThat(unread(reader)).containsExactly("Deux");

        time.pass(Duration.ofMinutes(1));
        marks.visited(reader);
        assertThat(unread(reader)).isEmpty();
        assertThat(marks.of(reader.accountId()).read()).isEmpty();
        time.pass(Duration.ofMinutes(1));
        newsroom.publish(teacher, null, text("Trois", "<p>c</p>", ownClass));
        assertThat(unread(reader)).containsExactly("Trois");
    }

    @Test
    void countsOldNewsAsSeenForWhoComesForTheFirstTime() {
        newsroom.publish(teacher, null, text("Ancien", "<p>a</p>", ownClass));
        time.pass(Duration.ofDays(15));

        assertThat(unread(session())).isEmpty();
    }

    @Test
    void readsListsOverTheIndex() {
        tx.writeSql(connection -> {
            try (Statement fill = connection.createStatement()) {
                fill.execute("insert into news.article select gen_random_uuid(), 1, 't', 'b', 'b', 'CLASS',"
                        + " gen_random_uuid(), null, null, '', false, false, now(), null, now(), null"
                        + " from generate_series(1, 5000)");
                fill.execute("analyze news.article");
            }
            return 0;
        });
        StringBuilder plan = new StringBuilder();
        tx.readSql(connection -> {
            try (Statement explain = connection.createStatement();
                    var rows = explain.executeQuery("explain select id from news.article where scope_id = any"
                            + " (array['" + ownClass.id() + "', '" + school + "']::uuid[]) and publish_at <= now()"
                            + " and deleted_at is null and publish_at is not null"
                            + " order by pinned desc, publish_at desc, id desc limit 20")) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return 0;
        });

        assertThat(plan.toString()).contains("article_by_scope").doesNotContain("Seq Scan");
    }

    private void assertRefused(String key, Manuscript text) {
        assertThatThrownBy(() -> newsroom.publish(teacher, null, text))
                .isInstanceOfSatisfying(PortalException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_INPUT);
                    assertThat(failure.messageKey()).isEqualTo(key);
                });
    }

    private Page<Headline> headlines() {
        return newsstand.headlines(readers, PageRequest.first(20));
    }

    private List<String> titles() {
        return headlines().items().stream().map(Headline::title).toList();
    }

    private List<String> written(Author author) {
        return newsstand
                .writtenBy(Objects.requireNonNull(author.subject().accountId()), PageRequest.first(20))
                .items()
                .stream()
                .map(Headline::title)
                .toList();
    }

    private List<String> unread(PortalSession reader) {
        return newsstand.unread(readers, marks.of(reader.accountId()), 10).items().stream()
                .map(Headline::title)
                .toList();
    }

    private PortalSession session() {
        return new PortalSession(
                Ids.next(),
                Ids.next(),
                Ids.next(),
                "lina.perrin",
                "Lina",
                "Perrin",
                "local",
                time.now,
                new PortalSession.Context(Profile.STUDENT, school, "Les Tilleuls", "0773901V", null));
    }

    private Author author(String name, Profile profile) {
        return new Author(new Subject(Ids.next(), Ids.next(), profile, school), name);
    }

    private static Manuscript text(String title, String body, Scope scope) {
        return new Manuscript(title, body, scope, false, false, null, null);
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

    @Test
    void findsWordsInAnyCaseWithoutAccentsAmongWhatTheReaderMayRead() {
        newsroom.publish(teacher, null, text("Sortie en forêt", "<p>Prenez des bottes à 100 %</p>", ownClass));
        newsroom.publish(head, null, text("Forêt interdite", "<p>Ailleurs</p>", otherClass));

        assertThat(newsstand.search(readers, "FORET  bottes", 5).items())
                .extracting(Headline::title)
                .containsExactly("Sortie en forêt");
        assertThat(newsstand.search(readers, "100 %", 5).total()).isEqualTo(1);
        assertThat(newsstand.search(readers, "_", 5).items()).isEmpty();
    }
}
