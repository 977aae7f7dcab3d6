package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.app.PortalApplication;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.persistence.Tx;
import org.preau.testkit.Screen;
import org.preau.testkit.TestDatabase;
import org.preau.testkit.contract.PortalApplicationContract;

/** The contract of applications, and what this one promises; on a real PostgreSQL, migrated as the portal does it. */
class BoardApplicationTest extends PortalApplicationContract {
    private static TestDatabase database;
    private static Tx tx;

    private Board board;

    @BeforeAll
    static void openDatabase() {
        database = TestDatabase.create();
        tx = database.tx(new BoardUnit());
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @BeforeEach
    void openBoard() {
        portal.authorisation().rule(new WriteRule());
        board = new Board(tx, portal.authorisation(), portal.audit(), portal.events(), portal.clock());
    }

    @Override
    protected PortalApplication application() {
        return new BoardApplication(board);
    }

    @Test
    void whatATeacherWritesAppearsOnAPupilsOpenPage() {
        Screen pupil = portal.show(application(), "", portal.user(Profile.STUDENT));
        Screen teacher = portal.show(application(), "", portal.user(Profile.TEACHER));

        teacher.fill("Annonce", "Photo de classe mardi");
        teacher.click("Afficher");

        assertThat(pupil.text()).contains("Photo de classe mardi", "Claire Verdier");
        assertThat(teacher.value("Annonce")).isEqualTo("");
        assertThat(portal.audit().actions()).containsExactly(WriteRule.WRITE);
    }

    @Test
    void pupilsAndFamiliesMayNotWrite() {
        for (Profile profile : new Profile[] {Profile.STUDENT, Profile.GUARDIAN, Profile.GUEST}) {
            assertThat(board.mayWrite(portal.school().session(profile))).isFalse();
            assertThatThrownBy(() -> board.write(portal.school().session(profile), "Bonjour"))
                    .isInstanceOf(PortalException.class);
        }
    }
}
