package org.preau.core.persistence;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The source of connections for libraries (EclipseLink, db-scheduler): inside a transaction of the portal they get its connection, and what they do to end it is passed over;
 * outside one, a connection of the pool, which commits by itself unless told otherwise.
 */
final class TransactionDataSource implements DataSource {
    private final Transactions transactions;
    private final ConnectionSource source;

    TransactionDataSource(Transactions transactions, ConnectionSource source) {
        this.transactions = transactions;
        this.source = source;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Optional<RunningTransaction> running = transactions.running();
        return running.isPresent() ? running.get().lenientConnection() : source.get();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("one role only");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("not a " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
