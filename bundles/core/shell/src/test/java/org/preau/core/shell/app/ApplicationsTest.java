package org.preau.core.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.preau.api.app.AppCatalogue.AppStatus;
import org.preau.api.base.Profile;
import org.preau.api.signin.PortalSession;
import org.preau.core.shell.FakeApplication;
import org.preau.core.shell.FakeNeighbours;

class ApplicationsTest {
    private final FakeNeighbours neighbours = new FakeNeighbours();
    private final Applications applications = new Applications(neighbours);
    private final PortalSession teacher = neighbours.sessions.open(Profile.TEACHER, "Ana");

    @Test
    void theHigherVersionServesAndTheOtherIsShadowed() {
        applications.add(new FakeApplication("news", 1), new Version(1, 0, 0));
        applications.add(new FakeApplication("news", 1), new Version(2, 0, 0));

        assertThat(applications.all())
                .extracting(AppStatus::version, AppStatus::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2.0.0", "active"),
                        org.assertj.core.groups.Tuple.tuple("1.0.0", "shadowed"));
    }

    @Test
    void theOlderServesAgainWhenTheNewerGoes() {
        FakeApplication newer = new FakeApplication("news", 1);
        applications.add(new FakeApplication("news", 1), new Version(1, 0, 0));
        applications.add(newer, new Version(2, 0, 0));
        applications.unbind(newer);

        assertThat(applications.serving("news")).map(App::version).contains(new Version(1, 0, 0));
    }

    @Test
    void listenersHearOfThoseThereAndOfComingAndGoing() {
        List<String> heard = new ArrayList<>();
        FakeApplication first = new FakeApplication("news", 1);
        applications.add(first, Version.emptyVersion);
        applications.listen(new AppListener() {
            @Override
            public void came(App app) {
                heard.add("+" + app.id());
            }

            @Override
            public void went(App app) {
                heard.add("-" + app.id());
            }
        });
        applications.add(new FakeApplication("people", 2), Version.emptyVersion);
        applications.unbind(first);

        assertThat(heard).containsExactly("+news", "+people", "-news");
    }

    @Test
    void aUserGetsWhatIsForHisProfileAndNotSwitchedOffInOrder() {
        FakeApplication forPupils = new FakeApplication("play", 0);
        forPupils.audience = Set.of(Profile.STUDENT);
        applications.add(new FakeApplication("people", 2), Version.emptyVersion);
        applications.add(new FakeApplication("news", 1), Version.emptyVersion);
        applications.add(new FakeApplication("blog", 3), Version.emptyVersion);
        applications.add(forPupils, Version.emptyVersion);
        neighbours.off.add("app:blog");

        assertThat(applications.of(teacher)).extracting(App::id).containsExactly("news", "people");
        assertThat(applications.visibleTo(teacher)).hasSize(2);
    }

    @Test
    void anApplicationWhoseDescriptionThrowsHarmsNobody() {
        applications.add(new FakeApplication("Wrong Id", 1), Version.emptyVersion);
        applications.add(new FakeApplication("news", 1), Version.emptyVersion);

        assertThat(applications.all()).hasSize(1);
        assertThat(neighbours.faults).hasSize(1);
    }

    @Test
    void aFailureShowsInTheStateUntilItWorksAgain() {
        applications.add(new FakeApplication("news", 1), Version.emptyVersion);
        applications.broken("news", true);
        assertThat(applications.all()).extracting(AppStatus::state).containsExactly("broken");
        applications.broken("news", false);
        assertThat(applications.all()).extracting(AppStatus::state).containsExactly("active");
    }
}
