package org.preau.core.persistence;

import java.sql.Connection;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.persistence.Database;

/** Gives the database below the transactions to the portal's own bundles only: a plugin could hold every connection. */
final class OwnDatabase implements ServiceFactory<Database> {
    private final Database database;

    OwnDatabase(Database database) {
        this.database = database;
    }

    @Override
    public Database getService(Bundle bundle, ServiceRegistration<Database> registration) {
        return isOurs(bundle) ? database : new Refused(String.valueOf(bundle.getSymbolicName()));
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<Database> registration, Database service) {}

    /** Whether a bundle is of the portal, shipped with it or to be. */
    static boolean isOurs(Bundle bundle) {
        return String.valueOf(bundle.getSymbolicName()).startsWith("org.preau.");
    }

    /** What others get. */
    private record Refused(String plugin) implements Database {
        @Override
        public DataSource dataSource() {
            throw refusal();
        }

        @Override
        public Connection dedicated() {
            throw refusal();
        }

        private PortalException refusal() {
            return new PortalException(
                    ErrorCode.FORBIDDEN,
                    plugin + " is a plugin: it keeps data by Tx of a PersistenceUnit of its own",
                    null);
        }
    }
}
