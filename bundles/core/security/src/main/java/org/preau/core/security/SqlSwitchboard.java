package org.preau.core.security;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.audit.Audit;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Events;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.connector.ConnectorSwitch;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structures;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.LocalPasswords;
import org.preau.api.signin.PortalSessions;
import org.preau.api.signin.SessionFilter;
import org.preau.api.signin.Switchboard;

/** The switchboard on PostgreSQL: each act one transaction with its trace, set-based where it touches many. Safe on any thread. */
@Component
public final class SqlSwitchboard implements Switchboard {
    private static final Texts TEXTS = Texts.of(SqlSwitchboard.class);

    /** Brought by the local counter, which need not be there. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable LocalPasswords passwords;

    /** Brought by what connects to services, which need not be there. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable ConnectorSwitch connectors;

    private final Tx tx;
    private final ClosedCounters closed;
    private final PortalSessions sessions;
    private final Authorisation authorisation;
    private final Structures structures;
    private final Events events;
    private final Audit audit;
    private final Findings findings;
    private final Clock clock;

    /** For the service registry. */
    @Activate
    public SqlSwitchboard(
            @Reference(target = "(preau.unit=security)") Tx tx,
            @Reference ClosedCounters closed,
            @Reference PortalSessions sessions,
            @Reference Authorisation authorisation,
            @Reference Structures structures,
            @Reference Events events,
            @Reference Audit audit,
            @Reference Findings findings,
            @Reference Clock clock) {
        this.tx = tx;
        this.closed = closed;
        this.sessions = sessions;
        this.authorisation = authorisation;
        this.structures = structures;
        this.events = events;
        this.audit = audit;
        this.findings = findings;
        this.clock = clock;
    }

    @Override
    public int endSessions(Subject by, Set<UUID> wanted, Set<Profile> profiles, boolean exercise) {
        Set<UUID> perimeter = new LinkedHashSet<>();
        if (wanted.isEmpty()) {
            requireEverywhere(by);
        }
        for (UUID each : wanted) {
            require(by, each);
            perimeter.addAll(structures.withDescendants(each));
        }
        String target = wanted.isEmpty() ? "portal:all" : "structure:" + join(wanted);
        return tx.writeSql(connection -> trace(
                by,
                "security.end-sessions",
                target,
                exercise,
                profiles,
                sessions.revokeWhere(by, new SessionFilter(perimeter, profiles, Set.of()), exercise)));
    }

    @Override
    public int forceNewPasswords(Subject by, UUID structureId, Set<Profile> profiles, boolean exercise) {
        require(by, structureId);
        LocalPasswords local = passwords;
        if (local == null) {
            throw new PortalException(ErrorCode.UNAVAILABLE, TEXTS, "noLocalCounter");
        }
        Set<UUID> perimeter = structures.withDescendants(structureId);
        return tx.writeSql(connection -> {
            int count = local.renewAll(by, structureId, profiles, exercise);
            sessions.revokeWhere(by, new SessionFilter(perimeter, profiles, Set.of("local")), exercise);
            return trace(by, "security.new-passwords", "structure:" + structureId, exercise, profiles, count);
        });
    }

    @Override
    public int closeCounter(Subject by, String counter, boolean exercise) {
        requireEverywhere(by);
        checked(counter);
        SessionFilter filter = new SessionFilter(Set.of(), Set.of(), Set.of(counter));
        int count = tx.writeSql(connection -> {
            if (!exercise) {
                Rows.update(
                        connection,
                        "insert into security.closed_counter (counter, by_account, since) values (?, ?, ?) on conflict do nothing",
                        counter,
                        by.accountId(),
                        clock.instant());
                events.publish(new CountersSwitched(counter));
            }
            int ended = sessions.revokeWhere(by, filter, exercise);
            return trace(by, "security.close-counter", "counter:" + counter, exercise, Set.of(), ended);
        });
        closed.changed();
        return count;
    }

    @Override
    public void openCounter(Subject by, String counter) {
        requireEverywhere(by);
        tx.writeSql(connection -> {
            Rows.update(connection, "delete from security.closed_counter where counter = ?", counter);
            events.publish(new CountersSwitched(counter));
            return trace(by, "security.open-counter", "counter:" + checked(counter), false, Set.of(), 0);
        });
        closed.changed();
    }

    @Override
    public Set<String> closedCounters() {
        return closed.all();
    }

    @Override
    public int suspendConnector(Subject by, String connectorId, boolean exercise) {
        requireEverywhere(by);
        return connectors().suspend(by, connectorId, exercise);
    }

    @Override
    public void resumeConnector(Subject by, String connectorId) {
        requireEverywhere(by);
        connectors().resume(by, connectorId);
    }

    @Override
    public Set<String> suspendedConnectors() {
        ConnectorSwitch there = connectors;
        return there == null ? Set.of() : there.suspended();
    }

    private ConnectorSwitch connectors() {
        ConnectorSwitch there = connectors;
        if (there == null) {
            throw new PortalException(ErrorCode.UNAVAILABLE, TEXTS, "noConnectors");
        }
        return there;
    }

    @Override
    public Page<Finding> findings(Subject by, PageRequest page) {
        requireEverywhere(by);
        return findings.latest(page);
    }

    @Override
    public List<Finding> findingsOf(UUID accountId) {
        return findings.of(accountId);
    }

    private void require(Subject by, UUID structureId) {
        if (structures.byId(structureId).isEmpty()) {
            throw new PortalException(ErrorCode.NOT_FOUND, TEXTS, "noSuchStructure");
        }
        authorisation.require(by, ACT, Scope.structure(structureId));
    }

    private void requireEverywhere(Subject by) {
        if (!by.isSystem()) {
            structures.roots().forEach(root -> authorisation.require(by, ACT, Scope.structure(root.id())));
            if (structures.roots().isEmpty()) {
                throw new PortalException(ErrorCode.FORBIDDEN, TEXTS, "noSuchStructure");
            }
        }
    }

    private int trace(Subject by, String action, String target, boolean exercise, Set<Profile> profiles, int count) {
        audit.record(
                by,
                action,
                target,
                Map.of(
                        "exercise",
                        String.valueOf(exercise),
                        "profiles",
                        profiles.stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
                        "count",
                        String.valueOf(count)));
        return count;
    }

    private static String checked(String counter) {
        if (!counter.matches("[a-z0-9_]{1,40}")) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "badCounter");
        }
        return counter;
    }

    private static String join(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
    }
}
