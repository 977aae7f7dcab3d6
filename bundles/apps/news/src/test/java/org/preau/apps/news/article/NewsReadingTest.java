package org.preau.apps.news.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.Scope;
import org.preau.api.signin.PortalSession;

/** What readers find, and what is remembered of their reading. */
class NewsReadingTest extends Editors {
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
    void showsNothingBeforeItsTimeNorAfterItsEnd() {
        Instant tomorrow = time.instant().plus(Duration.ofDays(1));
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
        assertThat(newsstand.article(article.id()).orElseThrow().state(time.instant()))
                .isEqualTo(ArticleState.EXPIRED);
        assertThat(jobs.runs).containsKey(PublishJob.endOf(article.id()));
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
