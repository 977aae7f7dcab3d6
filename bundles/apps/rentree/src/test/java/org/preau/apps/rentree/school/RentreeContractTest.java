package org.preau.apps.rentree.school;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.preau.api.app.PortalApplication;
import org.preau.api.persistence.Tx;
import org.preau.apps.rentree.RentreeApplication;
import org.preau.apps.rentree.view.Desk;
import org.preau.testkit.TestDatabase;
import org.preau.testkit.contract.PortalApplicationContract;

class RentreeContractTest extends PortalApplicationContract {
    private static TestDatabase database;
    private static Tx tx;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new RentreeUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Override
    protected PortalApplication application() {
        World world = new World();
        Duplicates duplicates = new Duplicates();
        MarkStore marks = new MarkStore(tx, portal.clock());
        ReadinessBook book = new ReadinessBook(tx, world, marks, duplicates, portal.structures(), portal.clock());
        return new RentreeApplication(new Desk(
                portal.directory(),
                portal.structures(),
                world,
                portal.authorisation(),
                new Assistant(tx, portal.directory(), world, portal.authorisation(), portal.audit(), marks, book),
                new Cockpit(tx, portal.authorisation()),
                duplicates,
                marks,
                book));
    }
}
