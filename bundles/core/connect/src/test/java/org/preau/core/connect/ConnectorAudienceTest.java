package org.preau.core.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.signin.PortalSession;

/** Whom a connector is for. */
class ConnectorAudienceTest extends RegisterWorld {
    @Test
    @Requirement("3113-1")
    void isForItsProfilesInItsStructuresOnly() {
        world.deploy(category1);
        world.write("org.preau.connector~all.cfg", with("audience.structures", "*"));
        world.write("org.preau.connector~one.cfg", with("audience.structures", "0240001a"));
        world.write("org.preau.connector~town.cfg", with("audience.structures", "commune-77288"));
        world.write("org.preau.connector~heads.cfg", with("audience.profiles", "HEAD"));
        PortalSession inTown = world.sessions.signIn("a", Profile.TEACHER, world.school);
        PortalSession elsewhere = world.sessions.signIn("b", Profile.TEACHER, world.otherSchool);
        PortalSession guardian = world.sessions.signIn("c", Profile.GUARDIAN, world.school);

        assertThat(visible(inTown)).containsExactlyInAnyOrder("all", "one", "town");
        assertThat(visible(elsewhere)).containsExactly("all");
        assertThat(visible(guardian)).isEmpty();
        world.toggles.switchOff("connector:all");
        assertThat(visible(elsewhere)).isEmpty();
    }

    @Test
    void givesOnlyThoseForAllStructuresWithoutADirectory() {
        world.write("org.preau.connector~all.cfg", with("audience.structures", "*"));
        world.write("org.preau.connector~one.cfg", with("audience.structures", "0240001A"));
        world.audience.structures = null;
        world.audience.toggles = null;

        assertThat(visible(world.sessions.signIn("a", Profile.TEACHER, world.school)))
                .containsExactly("all");
    }

    private List<String> visible(PortalSession session) {
        return world.catalogue.visibleTo(session).stream()
                .map(status -> status.connector().id())
                .toList();
    }
}
