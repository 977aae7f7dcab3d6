package org.preau.core.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.preau.api.base.Profile;

/**
 * A session as the database keeps it.
 *
 * @param id identifier
 * @param tokenHash hash of the browser's token
 * @param charterAccepted whether the account has accepted the charter in force
 */
record SessionRow(
        UUID id,
        SessionToken.TokenHash tokenHash,
        UUID accountId,
        UUID personId,
        String counter,
        Choice choice,
        Instant created,
        Instant lastAct,
        boolean charterAccepted) {
    static SessionRow read(ResultSet row) throws SQLException {
        return new SessionRow(
                row.getObject("id", UUID.class),
                new SessionToken.TokenHash(java.util.HexFormat.of().formatHex(row.getBytes("token_hash"))),
                row.getObject("account_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("counter"),
                new Choice(
                        Profile.valueOf(row.getString("profile")),
                        row.getObject("structure_id", UUID.class),
                        row.getObject("child_id", UUID.class)),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getObject("last_act", OffsetDateTime.class).toInstant(),
                row.getBoolean("charter_accepted"));
    }
}
