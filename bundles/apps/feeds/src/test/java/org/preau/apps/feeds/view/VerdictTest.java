package org.preau.apps.feeds.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Page;
import org.preau.api.base.Requirement;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;
import org.preau.api.feed.HeldSchool;

@Requirement("612A")
class VerdictTest {
    private static final Page<HeldSchool> NONE = new Page<>(List.of(), 0);
    private final FakeFeeds feeds = new FakeFeeds();

    private static String french(FeedRun run, Page<HeldSchool> held) {
        return plain(Verdict.of(run, held, Locale.FRENCH).sentence());
    }

    private static String plain(String text) {
        return text.replace('\u202f', ' ').replace('\u00a0', ' ');
    }

    @Test
    void saysThatAnOrdinaryArchiveIsOrdinary() {
        FeedRun run = feeds.add(FeedState.CHECKED, FakeFeeds.difference(1090, 5, 0, 3), 0, 0);
        assertThat(french(run, NONE)).isEqualTo("1 092 élèves, 5 arrivent, 3 partent ; rien d'inhabituel.");
        assertThat(Verdict.of(run, NONE, Locale.ENGLISH).sentence())
                .isEqualTo("1,092 pupils, 5 come, 3 leave; nothing unusual.");
    }

    @Test
    void namesTheOneSchoolThatKeepsItOnHold() {
        FeedRun run = feeds.add(FeedState.HELD, FakeFeeds.difference(1090, 0, 0, 57), 0, 0);
        Page<HeldSchool> held = new Page<>(List.of(new HeldSchool("0240001A", "Les Tilleuls", 95, 57, false)), 1);
        assertThat(french(run, held))
                .isEqualTo(
                        "57 des 95 élèves et personnels de l'école Les Tilleuls partiraient : vérifiez avant d'accepter.");
    }

    @Test
    void countsTheSchoolsThatKeepItOnHold() {
        FeedRun run = feeds.add(FeedState.HELD, FakeFeeds.difference(5000, 0, 0, 1200), 0, 0);
        Page<HeldSchool> held = new Page<>(List.of(new HeldSchool("0240001A", "Les Tilleuls", 95, 57, false)), 12);
        assertThat(french(run, held)).startsWith("Dans 12 écoles").contains("1 200 personnes");
        assertThat(french(run, NONE)).startsWith("1 200 personnes partiraient d'un coup");
    }

    @Test
    void saysThatTheDateKeepsItOnHold() {
        FeedRun dated =
                dated(feeds.add(FeedState.HELD, FakeFeeds.difference(10, 0, 0, 0), 1, 0), LocalDate.of(2062, 11, 21));
        assertThat(french(dated, NONE))
                .isEqualTo(
                        "L'archive est datée du 21 novembre 2062, un jour à venir ; personne ne partirait : vérifiez avant d'accepter.");
        assertThat(Verdict.of(dated, NONE, Locale.ENGLISH).sentence()).contains("November 21, 2062");
        assertThat(plain(Verdict.of(dated, NONE, Locale.FRENCH).advice())).contains("l'horloge");
    }

    private static FeedRun dated(FeedRun run, LocalDate date) {
        return new FeedRun(
                run.id(),
                run.system(),
                run.fileName(),
                run.sha256(),
                run.bytes(),
                run.received(),
                run.receivedBy(),
                run.academy(),
                run.mode(),
                date,
                run.state(),
                run.outcome(),
                run.counts(),
                run.difference(),
                run.warnings(),
                run.errors(),
                run.progress(),
                run.ended());
    }

    @Test
    void speaksInThePastOfWhatWasApplied() {
        FeedRun run = feeds.add(FeedState.APPLIED, FakeFeeds.difference(10, 1, 1, 1), 2, 0);
        assertThat(french(run, NONE)).isEqualTo("10 élèves, 1 est arrivé, 1 a changé d'école, 1 est parti.");
        assertThat(plain(Verdict.of(run, NONE, Locale.FRENCH).advice())).startsWith("2 avertissements");
    }

    @Test
    void saysThatNothingHappenedWhenNothingHappened() {
        assertThat(french(feeds.add(FeedState.CHECKED, FakeFeeds.difference(10, 0, 0, 0), 0, 0), NONE))
                .contains("ne change rien");
        assertThat(french(feeds.add(FeedState.REJECTED, null, 0, 3), NONE))
                .isEqualTo("3 erreurs empêchent d'appliquer cette archive. Rien n'a changé.");
        assertThat(french(feeds.add(FeedState.REJECTED, null, 1, 0), NONE)).contains("a été refusée");
    }

    @Test
    void hasASentenceForEveryStateInBothLanguages() {
        for (FeedState state : FeedState.values()) {
            for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                Verdict verdict = Verdict.of(feeds.add(state, null, 0, 0), NONE, locale);
                assertThat(verdict.sentence())
                        .as(state + " " + locale)
                        .isNotBlank()
                        .doesNotContain("!", "{");
                assertThat(verdict.advice()).doesNotContain("!verdict", "{");
            }
        }
    }
}
