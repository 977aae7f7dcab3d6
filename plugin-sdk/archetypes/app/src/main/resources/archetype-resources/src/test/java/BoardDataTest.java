#set( $schema = $artifactId.replace("-", "_") )
package ${package};

import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.preau.api.base.Ids;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalData;
import org.preau.testkit.FakePortal;
import org.preau.testkit.TestDatabase;
import org.preau.testkit.contract.PersonalDataContract;

/** The contract of data of people: everybody gets his own, erased means gone. */
class BoardDataTest extends PersonalDataContract {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Tx TX = DATABASE.tx(new BoardUnit());

    private final FakePortal portal = FakePortal.open();

    @AfterAll
    static void dropDatabase() {
        DATABASE.close();
    }

    @Override
    protected PersonalData data() {
        return new BoardData(
                new Board(TX, portal.authorisation(), portal.audit(), portal.events(), portal.clock()));
    }

    @Override
    protected void keepSomethingAbout(DataSubject who) {
        TX.writeSql(connection -> Rows.update(
                connection,
                "insert into ${schema}.note (id, structure_id, body, author_person, author_name, at) values (?, ?, 'Bonjour', ?, 'Claire', ?)",
                Ids.next(),
                Ids.next(),
                who.personId(),
                Clock.systemUTC().instant()));
    }
}
