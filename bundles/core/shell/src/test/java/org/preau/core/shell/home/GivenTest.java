package org.preau.core.shell.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.preau.api.app.TodayItem;
import org.preau.api.app.TodayItem.Kind;
import org.preau.api.base.Profile;
import org.preau.core.shell.FakeApplication;
import org.preau.core.shell.app.App;
import org.preau.core.shell.app.Contribution;

class GivenTest {
    private static App app(String id, int order) {
        FakeApplication application = new FakeApplication(id, order);
        return new App(application.descriptor(), application.views(), Version.emptyVersion, application);
    }

    private static Contribution today(TodayItem... items) {
        return new Contribution(Optional.empty(), List.of(items), List.of(), 0, Optional.empty());
    }

    @Test
    void whatAsksMostComesFirstThenByOrderOfApplications() {
        Given given = new Given(
                List.of(app("news", 1), app("homework", 2)),
                Map.of(
                        "news", today(new TodayItem(Kind.TO_READ, "lire", "a"), new TodayItem(Kind.EVENT, "fête", "b")),
                        "homework",
                                today(
                                        new TodayItem(Kind.TO_SIGN, "signer", ""),
                                        new TodayItem(Kind.TO_READ, "relire", "c"))));

        assertThat(given.today())
                .extracting(item -> item.item().text(), Given.Item::href)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("signer", "/app/homework"),
                        org.assertj.core.groups.Tuple.tuple("lire", "/app/news/a"),
                        org.assertj.core.groups.Tuple.tuple("relire", "/app/homework/c"),
                        org.assertj.core.groups.Tuple.tuple("fête", "/app/news/b"));
    }

    @Test
    void oneThatHasNotAnsweredGivesNothing() {
        Given given = new Given(List.of(app("news", 1)), Map.of());
        assertThat(given.today()).isEmpty();
        assertThat(given.of(app("news", 1))).isEqualTo(Contribution.NONE);
    }

    @Test
    void everyProfileHasAFace() {
        assertThat(Face.of(Profile.STUDENT)).isEqualTo(Face.PUPIL);
        assertThat(Face.of(Profile.GUARDIAN)).isEqualTo(Face.GUARDIAN);
        assertThat(Face.of(Profile.STAFF)).isEqualTo(Face.TEACHER);
        assertThat(Face.of(Profile.HEAD)).isEqualTo(Face.ADMINISTRATOR);
        for (Profile profile : Profile.values()) {
            assertThat(Face.of(profile)).isNotNull();
        }
    }
}
