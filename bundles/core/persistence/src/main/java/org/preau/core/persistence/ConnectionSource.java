package org.preau.core.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from. */
interface ConnectionSource {
    /** A connection of the pool; the caller closes it. {@code PortalException} or {@code SQLException} at once, or after a few seconds, when the database is away. */
    Connection get() throws SQLException;

    /** Told when the database seems to be gone: it is looked at soon. */
    void suspect();
}
