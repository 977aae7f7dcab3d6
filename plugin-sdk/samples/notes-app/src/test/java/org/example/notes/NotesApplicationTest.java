package org.example.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.app.PortalApplication;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.contract.PortalApplicationContract;

/** The contract of applications, and what this one promises, on a real PostgreSQL. */
class NotesApplicationTest extends PortalApplicationContract {
    private static TestDatabase database;
    private static Tx tx;

    private Wall wall;

    @BeforeAll
    static void openDatabase() {
        database = TestDatabase.create();
        tx = database.tx(new NotesUnit());
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @BeforeEach
    void openWall() {
        portal.authorisation().rule(new WriteNoteRule());
        wall = new Wall(tx, portal.authorisation(), portal.audit(), portal.events(), portal.clock());
    }

    @Override
    protected PortalApplication application() {
        return new NotesApplication(wall, new OwnNotes(tx));
    }

    @Test
    void keepsTheFileOfANoteAndTellsWhoIsThere() {
        PortalSession teacher = portal.school().session(Profile.TEACHER);
        wall.write(teacher, "Plan de la sortie", new Attachment("plan.txt", new byte[] {1, 2, 3}));
        Note note = wall.notes(teacher.context().structureId(), PageRequest.first(1)).items().get(0);
        assertThat(note.fileName()).isEqualTo("plan.txt");
        assertThat(wall.file(teacher.context().structureId(), note.id())).containsExactly(1, 2, 3);
        assertThat(portal.audit().actions()).containsExactly(WriteNoteRule.WRITE);
    }

    @Test
    void aPupilMayNotWrite() {
        PortalSession pupil = portal.school().session(Profile.STUDENT);
        assertThatThrownBy(() -> wall.write(pupil, "Bonjour", Attachment.NONE)).isInstanceOf(PortalException.class);
    }

    @Test
    void theNoteStaysWithoutTheNameOfWhoWasErased() {
        PortalSession head = portal.school().session(Profile.HEAD);
        wall.write(head, "Réunion jeudi", Attachment.NONE);
        assertThat(application().export(head.personId())).hasSize(1);
        application().erase(head.personId());
        assertThat(application().export(head.personId())).isEmpty();
        assertThat(wall.notes(head.context().structureId(), PageRequest.first(1)).items().get(0).author())
                .isEmpty();
    }
}
