package org.preau.core.saml.counter;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.saml.SamlProof;

/** Which portal session came from which session of a provider's. */
final class SqlVisits {
    private static final Duration KEPT = Duration.ofDays(7);

    private final Tx tx;
    private final Clock clock;
    private final SealedProofs sealed;

    SqlVisits(Tx tx, Clock clock, SealedProofs sealed) {
        this.tx = tx;
        this.clock = clock;
        this.sealed = sealed;
    }

    void note(UUID sessionId, String counter, SamlProof proof, String goodbye) {
        SealedProofs.Visit visit = new SealedProofs.Visit(
                proof.nameId(), proof.nameIdFormat(), proof.sessionIndex().orElse(""), goodbye);
        tx.writeSql(connection -> Rows.update(
                connection,
                """
                insert into saml.visit (session_id, counter, name_hash, session_index, visit, expires_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                sessionId,
                counter,
                hash(counter, proof.nameId()),
                visit.sessionIndex(),
                sealed.seal(visit),
                clock.instant().plus(KEPT)));
    }

    /** Takes what was noted about a session; it is gone then. */
    Optional<SealedProofs.Visit> take(UUID sessionId, String counter) {
        return tx.<Optional<SealedProofs.Visit>>writeSql(connection -> Rows.first(
                connection,
                "delete from saml.visit where session_id = ? and counter = ? returning visit",
                row -> sealed.openVisit(row.getBytes(1)),
                sessionId,
                counter));
    }

    /** The portal sessions that a provider ends: all of the name's, or those of these session indexes. */
    List<UUID> of(String counter, String nameId, List<String> sessionIndexes) {
        return tx.<List<UUID>>writeSql(connection -> sessionIndexes.isEmpty()
                ? Rows.list(
                        connection,
                        "delete from saml.visit where name_hash = ? returning session_id",
                        row -> Rows.uuid(row, "session_id"),
                        hash(counter, nameId))
                : Rows.list(
                        connection,
                        "delete from saml.visit where name_hash = ? and session_index = any (?) returning session_id",
                        row -> Rows.uuid(row, "session_id"),
                        hash(counter, nameId),
                        sessionIndexes));
    }

    private static byte[] hash(String counter, String nameId) {
        return Secrets.hash(counter + " " + nameId);
    }
}
