package org.example.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.app.PortalApplication;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.signin.PortalSession;
import org.preau.testkit.FakeFiles;
import org.preau.testkit.FakeNotifications;
import org.preau.testkit.contract.PortalApplicationContract;

/** The contract of applications, and what this one promises. */
class NotesApplicationTest extends PortalApplicationContract {
    private static final int QUOTA = 10;
    private static NotesWorld world;

    private final FakeNotifications notifications = new FakeNotifications();
    private FakeFiles files;
    private Wall wall;

    @BeforeAll
    static void openDatabase() {
        world = new NotesWorld();
    }

    @AfterAll
    static void dropDatabase() {
        world.close();
    }

    @BeforeEach
    void openWall() {
        files = new FakeFiles(portal.clock()).quota(QUOTA);
        wall = world.wall(portal, notifications, files);
    }

    @Override
    protected PortalApplication application() {
        return new NotesApplication(wall);
    }

    @Test
    void keepsTheFileOfANoteAndTellsTheSchoolButTheWriter() throws IOException {
        PortalSession teacher = portal.school().session(Profile.TEACHER);
        wall.write(teacher, "Plan de la sortie", new Attachment("plan.txt", new byte[] {1, 2, 3}));
        Note note = latest(teacher);
        assertThat(note.fileName()).isEqualTo("plan.txt");
        assertThat(wall.file(note.schoolId(), note.id()).orElseThrow().readAllBytes())
                .containsExactly(1, 2, 3);
        assertThat(portal.audit().actions()).containsExactly(WriteNoteRule.WRITE);
        assertThat(notifications.sent()).singleElement().satisfies(told -> {
            assertThat(told.author()).isEqualTo(teacher.accountId());
            assertThat(told.profiles()).isEqualTo(NotesApplication.AUDIENCE);
            assertThat(told.title().fr()).doesNotContain("sortie");
        });
    }

    @Test
    void aFileOfAnotherSchoolIsNotGiven() {
        PortalSession teacher = portal.school().session(Profile.TEACHER);
        wall.write(teacher, "Plan", new Attachment("plan.txt", new byte[] {1}));
        assertThat(wall.file(teacher.id(), latest(teacher).id())).isEmpty();
    }

    @Test
    void aFileBeyondTheQuotaIsRefusedAndNothingIsPutUp() {
        PortalSession teacher = portal.school().session(Profile.TEACHER);
        Attachment large = new Attachment("film.mp4", new byte[QUOTA + 1]);
        assertThatThrownBy(() -> wall.write(teacher, "Le film de la sortie", large))
                .isInstanceOf(PortalException.class);
        assertThat(wall.search(teacher.context().structureId(), "film de la sortie", 1)
                        .items())
                .isEmpty();
        assertThat(notifications.sent()).isEmpty();
    }

    @Test
    void aPupilMayNotWrite() {
        PortalSession pupil = portal.school().session(Profile.STUDENT);
        assertThatThrownBy(() -> wall.write(pupil, "Bonjour", Attachment.NONE)).isInstanceOf(PortalException.class);
    }

    private Note latest(PortalSession reader) {
        return wall.notes(reader.context().structureId(), PageRequest.first(1))
                .items()
                .get(0);
    }
}
