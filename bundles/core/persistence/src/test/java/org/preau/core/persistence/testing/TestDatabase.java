package org.preau.core.persistence.testing;

import java.util.List;
import javax.sql.DataSource;
import org.preau.api.persistence.Database;
import org.preau.api.persistence.PersistenceUnit;
import org.preau.api.persistence.Tx;
import org.preau.core.persistence.TestServer;
import org.preau.core.persistence.TestSession;

/**
 * A fresh, empty database on a real PostgreSQL for the tests of one class: made by {@link #create}, dropped by {@link #close}. The server is started once for each
 * JVM, from the binaries the portal carries; with {@code PREAU_TEST_DB_URL}, {@code PREAU_TEST_DB_USER} and {@code PREAU_TEST_DB_PASSWORD} it is another one, whose
 * role may make databases.
 *
 * <p>Units are opened by the portal's own code: same migrations, entities and transactions as in production. The scripts of the unit that is opened first run once or
 * twice for each JVM; further databases that begin with it are copies of what they made.
 */
public final class TestDatabase implements AutoCloseable {
    private final TestSession session;

    private TestDatabase(TestSession session) {
        this.session = session;
    }

    /** A database nobody else uses. */
    public static TestDatabase create() {
        return new TestDatabase(TestServer.quickSession());
    }

    /** The same on the PostgreSQL that Debian ships; fails with what to install when this machine has none. */
    public static TestDatabase createOnDebian() {
        return new TestDatabase(TestServer.debianSession());
    }

    /** Migrates and opens a unit; its scripts are those in {@code db/migration} of the module (folder or jar) the unit's class comes from. */
    public Tx tx(PersistenceUnit unit) {
        return tx(unit.name(), unit.getClass(), unit.entities());
    }

    /**
     * Migrates and opens a unit.
     *
     * @param anchor any class of the module that holds the scripts
     */
    public Tx tx(String unit, Class<?> anchor, List<Class<?>> entities) {
        return session.open(unit, anchor, entities);
    }

    /** The service for libraries and listeners. */
    public Database database() {
        return session.database();
    }

    /** Connections outside any transaction, for looking at what was written. */
    public DataSource dataSource() {
        return session.database().dataSource();
    }

    /** Drops the database. */
    @Override
    public void close() {
        session.close();
    }
}
