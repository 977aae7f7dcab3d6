package org.preau.core.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.preau.api.app.HomeCard;
import org.preau.api.app.UserContext;
import org.preau.api.base.Profile;
import org.preau.core.shell.FakeApplication;
import org.preau.core.shell.FakeNeighbours;

class ContributionsTest {
    private final FakeNeighbours neighbours = new FakeNeighbours();
    private final Applications applications = new Applications(neighbours);
    private final Contributions contributions = new Contributions(applications, neighbours);
    private final UserContext user = new UserContext(neighbours.sessions.open(Profile.TEACHER, "Ana"), Locale.FRENCH);

    @AfterEach
    void stop() {
        contributions.stop();
    }

    private App serve(FakeApplication application) {
        applications.add(application, Version.emptyVersion);
        return applications.serving(application.descriptor().id()).orElseThrow();
    }

    @Test
    void givesWhatTheApplicationGives() throws Exception {
        FakeApplication news = new FakeApplication("news", 1);
        news.badge = 3;
        news.card = asker -> Optional.of(new HomeCard("Titre", List.of()));
        Contribution given = contributions.ask(serve(news), user).get(2, TimeUnit.SECONDS);

        assertThat(given.badge()).isEqualTo(3);
        assertThat(given.card()).isPresent();
        assertThat(given.fault()).isEmpty();
    }

    @Test
    void aFailureBecomesAReferenceAndABrokenState() throws Exception {
        FakeApplication bad = new FakeApplication("bad", 1);
        bad.card = asker -> {
            throw new IllegalStateException("boom");
        };
        Contribution given = contributions.ask(serve(bad), user).get(2, TimeUnit.SECONDS);

        assertThat(given.fault()).contains("F-TEST-1");
        assertThat(neighbours.faults).containsExactly("bad: boom");
        assertThat(applications.all().get(0).state()).isEqualTo("broken");
    }

    @Test
    void theSameFailureOnManyPagesIsOneFault() throws Exception {
        FakeApplication bad = new FakeApplication("bad", 1);
        bad.card = asker -> {
            throw new IllegalStateException("boom");
        };
        App app = serve(bad);
        for (int i = 0; i < 20; i++) {
            assertThat(contributions.ask(app, user).get(2, TimeUnit.SECONDS).fault())
                    .contains("F-TEST-1");
        }
        assertThat(neighbours.faults).hasSize(1);
    }

    @Test
    void oneThatHangsHoldsNobodyElseUp() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        FakeApplication slow = new FakeApplication("slow", 1);
        slow.card = asker -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        };
        App hanging = serve(slow);
        for (int i = 0; i < 20; i++) {
            CompletableFuture<Contribution> unused = contributions.ask(hanging, user);
        }
        Contribution given =
                contributions.ask(serve(new FakeApplication("news", 2)), user).get(2, TimeUnit.SECONDS);

        assertThat(given.fault()).isEmpty();
        never.countDown();
    }

    @Test
    void oneThatIsGoneGivesNothing() throws Exception {
        FakeApplication news = new FakeApplication("news", 1);
        App app = serve(news);
        applications.unbind(news);

        assertThat(contributions.ask(app, user).get(1, TimeUnit.SECONDS)).isEqualTo(Contribution.NONE);
    }
}
