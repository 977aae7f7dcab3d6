package org.preau.core.authorisation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.authorisation.GrantProposal;
import org.preau.api.authorisation.GrantProposals;
import org.preau.api.authorisation.GrantRegister;
import org.preau.api.authorisation.NewGrant;
import org.preau.api.authorisation.ProposalState;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Official;
import org.preau.api.directory.Officials;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structures;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** Proposals on PostgreSQL. Safe on any thread. */
@Component
public final class SqlGrantProposals implements GrantProposals {
    private static final Texts TEXTS = Texts.of(SqlGrantProposals.class);
    private static final Duration TOLD = Duration.ofDays(400);
    private static final int AT_ONCE = 2_000;
    private static final String LAST =
            """
            select id, touched, at from authorisation.decision
             where account_id is not distinct from ?::uuid and undone_at is null order by id desc limit 1
            """;

    private final Tx tx;
    private final SqlGrants grants;
    private final Authorisation authorisation;
    private final Officials officials;
    private final Structures structures;
    private final Audit audit;
    private final Clock clock;

    /** Takes its services. */
    @Activate
    public SqlGrantProposals(
            @Reference(target = "(preau.unit=authorisation)") Tx tx,
            @Reference SqlGrants grants,
            @Reference Authorisation authorisation,
            @Reference Officials officials,
            @Reference Structures structures,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.tx = tx;
        this.grants = grants;
        this.authorisation = authorisation;
        this.officials = officials;
        this.structures = structures;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Page<GrantProposal> list(
            Subject by, UUID structureId, Set<ProposalState> states, Set<Profile> causes, PageRequest page) {
        authorisation.require(by, GrantRegister.READ, Scope.structure(structureId));
        Set<UUID> perimeter = structures.withDescendants(structureId);
        Set<Profile> wanted = causes.isEmpty() ? EnumSet.allOf(Profile.class) : causes;
        return tx.readSql(connection -> ProposalRows.list(connection, perimeter, states, wanted, page));
    }

    @Override
    public Decision accept(Subject by, Collection<UUID> proposalIds, @Nullable LocalDate until) {
        bounded(proposalIds);
        return tx.writeSql(
                connection -> accept(connection, by, ProposalRows.byId(connection, Set.copyOf(proposalIds)), until));
    }

    @Override
    public Decision refuse(Subject by, Collection<UUID> proposalIds) {
        bounded(proposalIds);
        return tx.writeSql(connection -> {
            ProposalRows.Decided how = decision(connection, by);
            int count = 0;
            for (GrantProposal each : ProposalRows.byId(connection, Set.copyOf(proposalIds))) {
                authorisation.require(by, GrantRegister.GIVE, Scope.structure(each.structureId()));
                if (ProposalRows.decide(connection, each.id(), ProposalState.REFUSED, how, Optional.empty())) {
                    count++;
                    audit.record(
                            by,
                            "grant.refuse",
                            "proposal:" + each.id(),
                            Map.of(
                                    "account",
                                    each.accountId().toString(),
                                    "structure",
                                    each.structureId().toString()));
                }
            }
            return done(connection, how, count);
        });
    }

    @Override
    public Decision acceptAll(Subject by, UUID structureId, Profile cause, @Nullable LocalDate until) {
        authorisation.require(by, GrantRegister.GIVE, Scope.structure(structureId));
        Set<UUID> perimeter = structures.withDescendants(structureId);
        return tx.writeSql(connection -> {
            ProposalRows.Decided how = decision(connection, by);
            int count = 0;
            List<GrantProposal> waiting;
            do {
                waiting = ProposalRows.list(
                                connection,
                                perimeter,
                                Set.of(ProposalState.PROPOSED),
                                Set.of(cause),
                                PageRequest.first(PageRequest.MAX))
                        .items()
                        .stream()
                        .filter(each -> !each.accountId().equals(by.accountId()))
                        .toList();
                for (GrantProposal each : waiting) {
                    count += accept(connection, by, each, until, how);
                }
            } while (!waiting.isEmpty());
            return done(connection, how, count);
        });
    }

    @Override
    public Optional<Decision> lastDecision(Subject by) {
        return tx.readSql(connection -> last(connection, by));
    }

    @Override
    public void undo(Subject by, UUID decisionId) {
        tx.writeSql(connection -> {
            boolean last = last(connection, by)
                    .filter(each -> each.id().equals(decisionId))
                    .isPresent();
            String take = "update authorisation.decision set undone_at = ? where id = ? and undone_at is null";
            if (!last || Rows.update(connection, take, clock.instant(), decisionId) == 0) {
                throw new PortalException(ErrorCode.CONFLICT, TEXTS, "decision.not_last");
            }
            for (GrantProposal each : ProposalRows.ofDecision(connection, decisionId)) {
                UUID grant = each.grantId();
                if (grant != null && isHeld(connection, grant)) {
                    grants.remove(by, grant);
                }
            }
            ProposalRows.openAgain(connection, decisionId);
            audit.record(by, "grant.undo", "decision:" + decisionId, Map.of());
            return 1;
        });
    }

    @Override
    public void propose(Official official) {
        tx.writeSql(connection -> {
            ProposalRows.open(connection);
            ProposalRows.put(connection, List.of(official));
            int made = ProposalRows.propose(connection, clock.instant(), LocalDate.now(clock));
            ProposalRows.told(connection, official, clock.instant().plus(TOLD));
            if (made > 0) {
                audit.record(
                        Subject.SYSTEM,
                        "grant.propose",
                        "account:" + official.accountId(),
                        Map.of("structure", official.structureId().toString(), "function", official.function()));
            }
            return made;
        });
    }

    @Override
    public int refresh() {
        return tx.writeSql(connection -> {
            ProposalRows.open(connection);
            Optional<Official> after = Optional.empty();
            List<Official> some;
            do {
                some = officials.next(after, AT_ONCE);
                ProposalRows.put(connection, some);
                after = some.isEmpty() ? Optional.empty() : Optional.of(some.get(some.size() - 1));
            } while (some.size() == AT_ONCE);
            return ProposalRows.merge(connection, clock.instant(), LocalDate.now(clock));
        });
    }

    private Decision accept(Connection connection, Subject by, List<GrantProposal> proposals, @Nullable LocalDate until)
            throws SQLException {
        ProposalRows.Decided how = decision(connection, by);
        int count = 0;
        for (GrantProposal each : proposals) {
            authorisation.require(by, GrantRegister.GIVE, Scope.structure(each.structureId()));
            count += accept(connection, by, each, until, how);
        }
        return done(connection, how, count);
    }

    private int accept(
            Connection connection,
            Subject by,
            GrantProposal proposal,
            @Nullable LocalDate until,
            ProposalRows.Decided how)
            throws SQLException {
        if (proposal.state() != ProposalState.PROPOSED) {
            return 0;
        }
        String reason = (proposal.cause() + " " + proposal.function()).strip();
        UUID grant = grants.give(
                        by, new NewGrant(proposal.accountId(), proposal.role(), proposal.structureId(), until, reason))
                .id();
        return ProposalRows.decide(connection, proposal.id(), ProposalState.ACCEPTED, how, Optional.of(grant)) ? 1 : 0;
    }

    private ProposalRows.Decided decision(Connection connection, Subject by) throws SQLException {
        ProposalRows.Decided how =
                new ProposalRows.Decided(Ids.next(), Optional.ofNullable(by.accountId()), clock.instant());
        String insert = "insert into authorisation.decision (id, account_id, touched, at) values (?, ?, 0, ?)";
        Rows.update(connection, insert, how.id(), by.accountId(), how.at());
        return how;
    }

    private static Decision done(Connection connection, ProposalRows.Decided how, int count) throws SQLException {
        Rows.update(connection, "update authorisation.decision set touched = ? where id = ?", count, how.id());
        return new Decision(how.id(), count, how.at());
    }

    private static Optional<Decision> last(Connection connection, Subject by) throws SQLException {
        return Rows.list(
                        connection,
                        LAST,
                        row -> new Decision(
                                row.getObject("id", UUID.class),
                                row.getInt("touched"),
                                Objects.requireNonNull(Rows.instant(row, "at"))),
                        by.accountId())
                .stream()
                .findFirst();
    }

    private static boolean isHeld(Connection connection, UUID grant) throws SQLException {
        return !Rows.list(connection, "select 1 from authorisation.held where id = ?", row -> 1, grant)
                .isEmpty();
    }

    private static void bounded(Collection<UUID> ids) {
        if (ids.isEmpty() || ids.size() > PageRequest.MAX) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "list.size", PageRequest.MAX);
        }
    }
}
