#set( $schema = $artifactId.replace("-", "_") )
package ${package};

import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
    private static TestDatabase database;
    private static Tx tx;

    private final FakePortal portal = FakePortal.open();

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new BoardUnit());
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @Override
    protected PersonalData data() {
        return new BoardData(
                new Board(tx, portal.authorisation(), portal.audit(), portal.events(), portal.clock()));
    }

    @Override
    protected void keepSomethingAbout(DataSubject who) {
        tx.writeSql(connection -> Rows.update(
                connection,
                "insert into ${schema}.note (id, structure_id, body, author_person, author_name, at) values (?, ?, 'Bonjour', ?, 'Claire', ?)",
                Ids.next(),
                Ids.next(),
                who.personId(),
                Clock.systemUTC().instant()));
    }
}
