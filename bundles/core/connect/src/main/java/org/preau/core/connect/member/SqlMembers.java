package org.preau.core.connect.member;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Profile;
import org.preau.api.connector.Connector;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;

/** Who went where from which school, kept for a year. Joins the running transaction. Safe on any thread and node. */
@Component(service = SqlMembers.class)
public final class SqlMembers {
    /** A school year, and the weeks in which the next one begins. */
    private static final Duration KEPT = Duration.ofDays(400);

    private final Tx tx;
    private final Clock clock;

    /** Keeps them in the schema {@code connect}. */
    @Activate
    public SqlMembers(@Reference(target = "(preau.unit=connect)") Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /**
     * Somebody who went there.
     *
     * @param personId who
     * @param profile as what
     * @param identifier how the service knows him
     */
    record Known(UUID personId, Profile profile, String identifier) {}

    /** The user of the session goes there, from where he is. */
    public void note(PortalSession session, Connector connector) {
        tx.writeSql(connection -> Rows.update(
                connection,
                """
                insert into connect.member (connector, structure_id, person_id, account_id, profile, last) values (?, ?, ?, ?, ?, ?)
                on conflict (connector, structure_id, person_id) do update
                   set account_id = excluded.account_id, profile = excluded.profile, last = excluded.last
                """,
                connector.id(),
                session.context().structureId(),
                session.personId(),
                session.accountId(),
                session.context().profile(),
                clock.instant()));
    }

    /** Those of these people who went there from that school. */
    List<Known> among(String connector, UUID structure, Collection<UUID> people) {
        return tx.readSql(connection -> Rows.list(
                connection,
                """
                select m.person_id, m.profile, p.identifier
                  from connect.member m
                  join connect.pairwise p on p.connector = m.connector and p.account_id = m.account_id
                 where m.connector = ? and m.structure_id = ? and m.person_id = any (?::uuid[]) and m.last > ?
                """,
                row -> new Known(
                        Rows.uuid(row, "person_id"),
                        Profile.valueOf(row.getString("profile")),
                        row.getString("identifier")),
                connector,
                structure,
                people,
                clock.instant().minus(KEPT)));
    }

    /** Nobody has these accounts any more. */
    public void erased(Collection<UUID> accounts) {
        tx.writeSql(connection ->
                Rows.update(connection, "delete from connect.member where account_id = any (?::uuid[])", accounts));
    }

    /** Forgets who has not come for a year. */
    void forget() {
        tx.writeSql(connection -> Rows.update(
                connection,
                "delete from connect.member where last < ?",
                clock.instant().minus(KEPT)));
    }
}
