package org.preau.core.authorisation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.preau.api.authorisation.GrantProposal;
import org.preau.api.authorisation.ProposalState;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.directory.Official;
import org.preau.api.persistence.Rows;

/** Rows of proposals. */
final class ProposalRows {
    private static final String COLUMNS =
            "id, account_id, role, structure_id, cause, function, state, proposed_at, decided_by, decided_at, grant_id";
    private static final String LIST = "select " + COLUMNS
            + ", count(*) over () as total from authorisation.proposal where structure_id = any (?::uuid[])"
            + " and state = any (?::text[]) and cause = any (?::text[]) order by proposed_at desc, id desc limit ? offset ?";
    private static final String NOW =
            """
            create temporary table official_now (id uuid, account_id uuid, role text, structure_id uuid, cause text, function text)
            on commit drop
            """;
    private static final String PROPOSE =
            """
            insert into authorisation.proposal as x (id, account_id, role, structure_id, cause, function, state, proposed_at)
            select o.id, o.account_id, o.role, o.structure_id, o.cause, o.function, 'PROPOSED', ?
              from official_now o
             where not exists (select 1 from authorisation.held h
                                where h.account_id = o.account_id and h.role = o.role and h.structure_id = o.structure_id
                                  and (h.until is null or h.until >= ?))
            on conflict (account_id, role, structure_id) do update
               set state = 'PROPOSED', cause = excluded.cause, function = excluded.function, proposed_at = excluded.proposed_at,
                   decided_by = null, decided_at = null, decision_id = null, grant_id = null
             where x.state = 'LAPSED'
            """;
    private static final String LAPSE =
            """
            update authorisation.proposal x set state = 'LAPSED'
             where x.state <> 'LAPSED' and (x.told_until is null or x.told_until < ?)
               and not exists (select 1 from official_now o
                                where o.account_id = x.account_id and o.role = x.role and o.structure_id = x.structure_id)
            """;
    private static final String DECIDE =
            """
            update authorisation.proposal set state = ?, decided_by = ?, decided_at = ?, decision_id = ?, grant_id = ?
             where id = ? and state = 'PROPOSED'
            """;
    private static final String OPEN_AGAIN =
            """
            update authorisation.proposal
               set state = 'PROPOSED', decided_by = null, decided_at = null, decision_id = null, grant_id = null
             where decision_id = ? and state in ('ACCEPTED', 'REFUSED')
            """;

    private ProposalRows() {}

    static Page<GrantProposal> list(
            Connection connection,
            Collection<UUID> structures,
            Set<ProposalState> states,
            Set<Profile> causes,
            PageRequest page)
            throws SQLException {
        long[] total = {0};
        List<GrantProposal> items = Rows.list(
                connection,
                LIST,
                row -> {
                    total[0] = row.getLong("total");
                    return proposal(row);
                },
                structures,
                states,
                causes,
                page.limit(),
                page.offset());
        return new Page<>(items, total[0]);
    }

    static List<GrantProposal> byId(Connection connection, Collection<UUID> ids) throws SQLException {
        String sql =
                "select " + COLUMNS + " from authorisation.proposal where id = any (?::uuid[]) order by id for update";
        return Rows.list(connection, sql, ProposalRows::proposal, ids);
    }

    static List<GrantProposal> ofDecision(Connection connection, UUID decision) throws SQLException {
        String sql = "select " + COLUMNS + " from authorisation.proposal where decision_id = ? order by id for update";
        return Rows.list(connection, sql, ProposalRows::proposal, decision);
    }

    static void open(Connection connection) throws SQLException {
        Rows.list(connection, "select pg_advisory_xact_lock(hashtext('authorisation.proposal'))", row -> 1);
        Rows.update(connection, NOW);
    }

    static void put(Connection connection, List<Official> officials) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into official_now values (?, ?, ?, ?, ?, ?)")) {
            for (Official each : officials) {
                Role role = each.profile() == Profile.HEAD ? Role.ADML : Role.ADM;
                Rows.bind(
                        insert,
                        Ids.next(),
                        each.accountId(),
                        role,
                        each.structureId(),
                        each.profile(),
                        each.function());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** How many are new. */
    static int merge(Connection connection, Instant now, LocalDate today) throws SQLException {
        Rows.update(connection, LAPSE, now);
        return propose(connection, now, today);
    }

    /** Proposes what is in the table of functions now; gives how many are new. */
    static int propose(Connection connection, Instant now, LocalDate today) throws SQLException {
        return Rows.update(connection, PROPOSE, now, today);
    }

    /** Keeps a proposal from lapsing before that time. */
    static void told(Connection connection, Official official, Instant until) throws SQLException {
        Rows.update(
                connection,
                "update authorisation.proposal set told_until = ? where account_id = ? and structure_id = ? and cause = ?",
                until,
                official.accountId(),
                official.structureId(),
                official.profile());
    }

    static boolean decide(Connection connection, UUID proposal, ProposalState state, Decided how, Optional<UUID> grant)
            throws SQLException {
        return Rows.update(
                        connection,
                        DECIDE,
                        state,
                        how.by().orElse(null),
                        how.at(),
                        how.id(),
                        grant.orElse(null),
                        proposal)
                > 0;
    }

    static void openAgain(Connection connection, UUID decision) throws SQLException {
        Rows.update(connection, OPEN_AGAIN, decision);
    }

    /** Who decided, when, under which number. */
    record Decided(UUID id, Optional<UUID> by, Instant at) {}

    private static GrantProposal proposal(ResultSet row) throws SQLException {
        return new GrantProposal(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getObject("structure_id", UUID.class),
                Profile.valueOf(row.getString("cause")),
                row.getString("function"),
                ProposalState.valueOf(row.getString("state")),
                Optional.ofNullable(Rows.instant(row, "proposed_at")).orElseThrow(),
                row.getObject("decided_by", UUID.class),
                Rows.instant(row, "decided_at"),
                row.getObject("grant_id", UUID.class));
    }
}
