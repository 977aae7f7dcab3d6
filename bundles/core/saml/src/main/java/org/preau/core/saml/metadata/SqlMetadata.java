package org.preau.core.saml.metadata;

import java.time.Clock;
import java.util.Optional;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** The last good copy of every document fetched, for a start while its address does not answer. */
final class SqlMetadata {
    private final Tx tx;
    private final Clock clock;

    SqlMetadata(Tx tx, Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    void keep(String name, byte[] document) {
        tx.writeSql(connection -> Rows.update(
                connection,
                """
                insert into saml.metadata (name, document, fetched_at) values (?, ?, ?)
                on conflict (name) do update set document = excluded.document, fetched_at = excluded.fetched_at
                """,
                name,
                document,
                clock.instant()));
    }

    Optional<byte[]> last(String name) {
        return tx.<Optional<byte[]>>readSql(connection -> Rows.first(
                connection, "select document from saml.metadata where name = ?", row -> row.getBytes(1), name));
    }
}
