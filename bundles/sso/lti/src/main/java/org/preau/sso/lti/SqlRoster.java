package org.preau.sso.lti;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;

/** Who launched which tool from which school: nobody else has scores there. Kept for a year. Safe on any thread and node. */
@Component(service = SqlRoster.class)
public final class SqlRoster {
    private static final Duration KEPT = Duration.ofDays(400);

    private final Tx tx;
    private final Clock clock;

    /** Those in the schema {@code sso_lti}. */
    @Activate
    public SqlRoster(@Reference(target = "(preau.unit=sso_lti)") Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /** The user of the session launches the tool, known there by that identifier. */
    void note(PortalSession session, String connector, String uai, String userId) {
        tx.writeSql(connection -> Rows.update(
                connection,
                """
                insert into sso_lti.member (connector, uai, account_id, user_id, last) values (?, ?, ?, ?, ?)
                on conflict (connector, uai, account_id) do update set user_id = excluded.user_id, last = excluded.last
                """,
                connector,
                uai,
                session.accountId(),
                userId,
                clock.instant()));
    }

    /** Whether somebody of that school is known to the tool by that identifier. */
    boolean contains(String connector, String uai, String userId) {
        return tx.readSql(connection -> Rows.count(
                        connection,
                        "select count(*) from sso_lti.member where connector = ? and uai = ? and user_id = ?",
                        connector,
                        uai,
                        userId)
                > 0);
    }

    /** Nobody has these accounts any more: what tools said of them goes too. */
    void erased(Collection<UUID> accounts) {
        tx.writeSql(connection -> {
            Rows.update(
                    connection,
                    """
                    delete from sso_lti.result r using sso_lti.line_item i, sso_lti.member m
                     where i.id = r.line_item and m.connector = i.connector and m.uai = i.uai and m.user_id = r.user_id
                       and m.account_id = any (?::uuid[])
                    """,
                    accounts);
            return Rows.update(connection, "delete from sso_lti.member where account_id = any (?::uuid[])", accounts);
        });
    }

    /** Forgets who has not come for a year, and what is as old. */
    void forget() {
        var before = clock.instant().minus(KEPT);
        tx.writeSql(connection -> Rows.update(connection, "delete from sso_lti.member where last < ?", before)
                + Rows.update(connection, "delete from sso_lti.result where at < ?", before)
                + Rows.update(
                        connection,
                        "delete from sso_lti.line_item i where created < ? and not exists (select 1 from sso_lti.result r where r.line_item = i.id)",
                        before));
    }
}
