package org.example.notes;

import org.preau.api.persistence.Tx;
import org.preau.testkit.FakeFiles;
import org.preau.testkit.FakeNotifications;
import org.preau.testkit.FakePortal;
import org.preau.testkit.TestDatabase;

/** The application's parts, wired by hand in the test kit's portal, on a real PostgreSQL. */
final class NotesWorld implements AutoCloseable {
    private final TestDatabase database = TestDatabase.create();
    final Tx tx = database.tx(new NotesUnit());

    /** A wall in that portal; notes of tests before are on it. */
    Wall wall(FakePortal portal, FakeNotifications notifications) {
        return wall(portal, notifications, new FakeFiles(portal.clock()));
    }

    /** The same, with a store of the test's own. */
    Wall wall(FakePortal portal, FakeNotifications notifications, FakeFiles files) {
        portal.authorisation().rule(new WriteNoteRule());
        return new Wall(
                tx, portal.authorisation(), portal.audit(), portal.events(), notifications, files, portal.clock());
    }

    @Override
    public void close() {
        database.close();
    }
}
