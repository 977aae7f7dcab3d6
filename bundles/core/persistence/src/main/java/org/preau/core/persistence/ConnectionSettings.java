package org.preau.core.persistence;

import java.util.Properties;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the database is and who we are there.
 *
 * @param url JDBC address, {@code jdbc:postgresql://host:port/database}
 * @param username role
 * @param password its password, never logged
 */
record ConnectionSettings(String url, String username, String password) {
    private static final int SECONDS_TO_CONNECT = 3;

    /** A plain, unpooled source of connections; none is opened. Error messages carry no values: they may be personal data. */
    PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(username);
        source.setPassword(password);
        source.setApplicationName("preau");
        source.setConnectTimeout(SECONDS_TO_CONNECT);
        source.setLoginTimeout(SECONDS_TO_CONNECT);
        source.setTcpKeepAlive(true);
        source.setLogServerErrorDetail(false);
        return source;
    }

    /** The same, without the password. */
    @Override
    public String toString() {
        Properties known = org.postgresql.Driver.parseURL(url, null);
        return known == null
                ? url
                : known.getProperty("PGHOST") + ":" + known.getProperty("PGPORT") + "/" + known.getProperty("PGDBNAME");
    }
}
