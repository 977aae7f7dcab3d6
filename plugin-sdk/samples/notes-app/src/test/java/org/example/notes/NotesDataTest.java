package org.example.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.directory.Scope;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalData;
import org.preau.api.signin.PortalSession;
import org.preau.testkit.FakeNotifications;
import org.preau.testkit.FakePortal;
import org.preau.testkit.contract.PersonalDataContract;

/** The contract of parts that keep something about people, and what becomes of a note whose author is erased. */
class NotesDataTest extends PersonalDataContract {
    private static NotesWorld world;

    private final FakePortal portal = FakePortal.open();
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
        wall = world.wall(portal, new FakeNotifications());
    }

    @AfterEach
    void closePortal() {
        portal.close();
    }

    @Override
    protected PersonalData data() {
        return new NotesData(world.tx, wall);
    }

    @Override
    protected void keepSomethingAbout(DataSubject who) {
        PortalSession teacher = portal.school().session(Profile.TEACHER);
        UUID account = who.accountIds().get(0);
        PortalSession writer = new PortalSession(
                teacher.id(),
                account,
                who.personId(),
                "login",
                "Anne",
                "Aubry",
                "local",
                teacher.since(),
                teacher.context());
        portal.authorisation()
                .allow(
                        writer.subject(),
                        WriteNoteRule.WRITE,
                        Scope.structure(writer.context().structureId()));
        wall.write(writer, "Réunion jeudi", new Attachment("ordre du jour…..pdf", new byte[] {1}));
    }

    @Test
    void theNoteStaysWithoutTheNameOfWhoWasErased() {
        DataSubject who = new DataSubject(new UUID(9, 1), List.of(new UUID(9, 2)));
        keepSomethingAbout(who);
        data().erase(who);
        Note note = wall.notes(portal.school().school().id(), PageRequest.first(1))
                .items()
                .get(0);
        assertThat(note.text()).isEqualTo("Réunion jeudi");
        assertThat(note.author()).isEmpty();
    }
}
