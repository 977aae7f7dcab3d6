package org.preau.core.directory.lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/** Registered as a service by a part of this bundle that keeps personal data of its own in the schema: journals of feeds, staging, groups. Called in the transaction of an erasure. */
public interface ErasureStep {
    /** Stable name of the kind of data, for the certificate. */
    String kind();

    /** Erases all it keeps of these people, before the people themselves go; gives how many rows. */
    int erase(Connection connection, Collection<UUID> people) throws SQLException;
}
