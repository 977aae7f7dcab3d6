package org.preau.signin.local.factor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.persistence.Rows;

/** The statements on steps. */
final class SqlSteps {
    private static final String COLUMNS =
            "token_hash, account_id, purpose, return_to, challenge, sealed, mail_id, mails, mail_until, expires";

    private final FactorSeal seal;

    SqlSteps(FactorSeal seal) {
        this.seal = seal;
    }

    void insert(Connection connection, Step step) throws SQLException {
        Rows.update(
                connection,
                "insert into signin_local.step (token_hash, account_id, purpose, return_to, challenge, sealed, mail_id, expires)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                step.tokenHash(),
                step.accountId(),
                step.purpose(),
                step.returnTo(),
                step.challenge(),
                seal.seal(step.accountId(), step.secret()),
                step.mailId(),
                step.expires());
    }

    Optional<Step> find(Connection connection, byte[] tokenHash, Instant now) throws SQLException {
        return Rows.first(
                connection,
                "select " + COLUMNS + " from signin_local.step where token_hash = ? and expires > ?",
                this::step,
                tokenHash,
                now);
    }

    Optional<Step> byMail(Connection connection, UUID mailId, Instant now) throws SQLException {
        return Rows.first(
                connection,
                "select " + COLUMNS + " from signin_local.step where mail_id = ? and expires > ? for update",
                this::step,
                mailId,
                now);
    }

    /** Uses a step up; no when it was, or when it is another by now. */
    boolean consume(Connection connection, Step step, Instant now) throws SQLException {
        return Rows.update(
                        connection,
                        "delete from signin_local.step where token_hash = ? and purpose = ? and expires > ?",
                        step.tokenHash(),
                        step.purpose(),
                        now)
                == 1;
    }

    /** The factor is there: all that is left is to enter. */
    boolean done(Connection connection, Step step) throws SQLException {
        return Rows.update(
                        connection,
                        "update signin_local.step set purpose = 'DONE' where token_hash = ? and purpose = ?",
                        step.tokenHash(),
                        step.purpose())
                == 1;
    }

    /** Counts a mail about to be sent; no when there were enough. */
    boolean countMail(Connection connection, Step step, int most) throws SQLException {
        return Rows.update(
                        connection,
                        "update signin_local.step set mails = mails + 1 where token_hash = ? and mails < ?",
                        step.tokenHash(),
                        most)
                == 1;
    }

    void mailed(Connection connection, UUID mailId, byte[] hash, Instant until) throws SQLException {
        Rows.update(
                connection,
                "update signin_local.step set mail_hash = ?, mail_until = ?, mail_tries = 0 where mail_id = ?",
                hash,
                until,
                mailId);
    }

    /** Counts a try and tells whether the code is the one that was mailed; it counts once. */
    boolean tryMailed(Connection connection, Step step, byte[] hash, int tries, Instant now) throws SQLException {
        Rows.update(
                connection,
                "update signin_local.step set mail_tries = mail_tries + 1 where token_hash = ?",
                step.tokenHash());
        return Rows.update(
                        connection,
                        "update signin_local.step set mail_hash = null, mail_until = null"
                                + " where token_hash = ? and mail_hash = ? and mail_until > ? and mail_tries <= ?",
                        step.tokenHash(),
                        hash,
                        now,
                        tries)
                == 1;
    }

    static int forget(Connection connection, Instant now) throws SQLException {
        return Rows.update(connection, "delete from signin_local.step where expires < ?", now);
    }

    private Step step(ResultSet row) throws SQLException {
        UUID accountId = Rows.uuid(row, "account_id");
        return new Step(
                row.getBytes("token_hash"),
                accountId,
                Step.Purpose.valueOf(row.getString("purpose")),
                row.getString("return_to"),
                row.getBytes("challenge"),
                seal.open(accountId, row.getBytes("sealed")),
                Rows.uuid(row, "mail_id"),
                row.getInt("mails"),
                Rows.instant(row, "mail_until"),
                row.getTimestamp("expires").toInstant());
    }
}
