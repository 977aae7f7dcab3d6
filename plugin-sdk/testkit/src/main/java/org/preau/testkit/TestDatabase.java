package org.preau.testkit;

import javax.sql.DataSource;
import org.preau.api.persistence.PersistenceUnit;
import org.preau.api.persistence.Tx;

/**
 * A fresh, empty database on a real PostgreSQL for the tests of one class: made by {@link #create}, dropped by {@link #close}. The server is started once for each JVM, from the binaries that the portal
 * carries; units are opened by the portal's own code, with the same migrations, entities and transactions as in production.
 *
 * <pre>{@code
 * private static TestDatabase database;
 * private static Tx tx;
 *
 * @BeforeAll
 * static void open() {
 *     database = TestDatabase.create();
 *     tx = database.tx(new NotesUnit());
 * }
 *
 * @AfterAll
 * static void drop() {
 *     database.close();
 * }
 * }</pre>
 */
public final class TestDatabase implements AutoCloseable {
    private final org.preau.core.persistence.testing.TestDatabase database;

    private TestDatabase(org.preau.core.persistence.testing.TestDatabase database) {
        this.database = database;
    }

    /** A database nobody else uses. */
    public static TestDatabase create() {
        return new TestDatabase(org.preau.core.persistence.testing.TestDatabase.create());
    }

    /** Migrates and opens a unit; its scripts are those in {@code db/migration} of the module (folder or jar) that the unit's class comes from. */
    public Tx tx(PersistenceUnit unit) {
        return database.tx(unit);
    }

    /** Connections outside any transaction, for looking at what was written. */
    public DataSource dataSource() {
        return database.dataSource();
    }

    /** Drops the database. */
    @Override
    public void close() {
        database.close();
    }
}
