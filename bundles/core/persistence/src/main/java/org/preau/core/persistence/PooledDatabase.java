package org.preau.core.persistence;

import jakarta.persistence.EntityManagerFactory;
import java.net.URL;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.preau.api.persistence.Database;

/** One database with its pool, its transactions and its open units. Knows nothing of OSGi: the bundle and the tests of others build on it alike. */
final class PooledDatabase implements Database, AutoCloseable {
    private final ConnectionPool pool;
    private final Transactions transactions;
    private final DataSource source;

    PooledDatabase(ConnectionPool pool) {
        this.pool = pool;
        this.transactions = new Transactions(pool);
        this.source = new TransactionDataSource(transactions, pool);
    }

    @Override
    public DataSource dataSource() {
        return source;
    }

    @Override
    public Connection dedicated() {
        return pool.dedicated();
    }

    /**
     * Migrates the schema of a unit and opens it.
     *
     * @param root where the code of its bundle is
     */
    UnitTx open(String unit, List<Class<?>> entities, ClassLoader loader, URL root, List<Script> scripts) {
        if (!unit.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("name of a unit: " + unit);
        }
        if (UnitMigration.run(unit, scripts, source) > 0) {
            pool.forgetPlans();
        }
        if (entities.isEmpty()) {
            return new UnitTx(unit, transactions, null);
        }
        EntityManagerFactory factory = UnitEntities.open(new UnitInfo(unit, entities, loader, root, source));
        return new UnitTx(unit, transactions, factory);
    }

    @Override
    public void close() {
        pool.close();
    }
}
