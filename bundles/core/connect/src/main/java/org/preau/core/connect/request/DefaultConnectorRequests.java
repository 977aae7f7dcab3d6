package org.preau.core.connect.request;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Events;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorRequest;
import org.preau.api.connector.ConnectorRequest.State;
import org.preau.api.connector.ConnectorRequests;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Tx;

/** The way of a connector from the one who asks to those it is opened to: each step one transaction with its trace. Safe on any thread and node. */
@Component(service = {ConnectorRequests.class, DefaultConnectorRequests.class})
public final class DefaultConnectorRequests implements ConnectorRequests {
    private static final Texts TEXTS = Texts.of(DefaultConnectorRequests.class);
    private static final int LONGEST_REASON = 500;

    private final Tx tx;
    private final Drafts drafts;
    private final OpenedConnectors opened;
    private final Authorisation authorisation;
    private final RequestRights rights;
    private final Structures structures;
    private final Events events;
    private final Audit audit;
    private final Keys keys;
    private final Clock clock;

    /** Works with these. */
    @Activate
    public DefaultConnectorRequests(
            @Reference(target = "(preau.unit=connect)") Tx tx,
            @Reference Drafts drafts,
            @Reference OpenedConnectors opened,
            @Reference Authorisation authorisation,
            @Reference Structures structures,
            @Reference Events events,
            @Reference Audit audit,
            @Reference Keys keys,
            @Reference Clock clock) {
        this.tx = tx;
        this.drafts = drafts;
        this.opened = opened;
        this.authorisation = authorisation;
        this.rights = new RequestRights(authorisation, structures);
        this.structures = structures;
        this.events = events;
        this.audit = audit;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public ConnectorRequest request(Subject by, UUID structureId, String template, Map<String, String> values) {
        Structure structure = structures.byId(structureId).orElseThrow(DefaultConnectorRequests::unknown);
        authorisation.require(by, REQUEST, Scope.structure(structureId));
        Drafts.Draft draft = drafts.of(structure, template, values);
        ConnectorRequest made = new ConnectorRequest(
                Ids.next(),
                draft.connector().id(),
                draft.connector().name(),
                template,
                structureId,
                State.REQUESTED,
                "",
                by.accountId(),
                clock.instant(),
                null,
                Optional.empty(),
                null,
                Optional.empty(),
                Set.of());
        return tx.writeSql(connection -> {
            if (SqlRequests.add(connection, made, RequestedFile.sealed(draft.values(), keys)) == 0) {
                throw new PortalException(ErrorCode.CONFLICT, TEXTS, "error.twice", made.connectorId());
            }
            audit(by, REQUEST, made, Map.of("structure", structure.code(), "template", template));
            return made;
        });
    }

    @Override
    public ConnectorRequest check(Subject by, UUID requestId) {
        return act(by, requestId, "connector.check", (connection, request) -> {
            rights.requireAcademy(by, request);
            SqlRequests.checked(connection, request.id(), by.accountId(), clock.instant());
            return Map.of();
        });
    }

    @Override
    public ConnectorRequest accept(Subject by, UUID requestId) {
        return act(by, requestId, "connector.accept", (connection, request) -> {
            rights.requireAcademy(by, request);
            require(request.state() == State.REQUESTED, "error.decided");
            require(request.checkedAt().isPresent(), "error.unchecked");
            SqlRequests.decided(connection, request.id(), State.ACCEPTED, "", by.accountId(), clock.instant());
            return Map.of();
        });
    }

    @Override
    public ConnectorRequest refuse(Subject by, UUID requestId, String reason) {
        String why = reason.strip();
        return act(by, requestId, "connector.refuse", (connection, request) -> {
            rights.requireAcademy(by, request);
            require(request.state() == State.REQUESTED || request.state() == State.ACCEPTED, "error.decided");
            if (why.isEmpty() || why.length() > LONGEST_REASON) {
                throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "error.reason", LONGEST_REASON);
            }
            SqlRequests.close(connection, request.id(), request.openedTo());
            SqlRequests.decided(connection, request.id(), State.REFUSED, why, by.accountId(), clock.instant());
            return Map.of("reason", why);
        });
    }

    @Override
    public ConnectorRequest reconsider(Subject by, UUID requestId) {
        return act(by, requestId, "connector.reconsider", (connection, request) -> {
            rights.requireAcademy(by, request);
            require(request.state() == State.ACCEPTED || request.state() == State.REFUSED, "error.waiting");
            SqlRequests.close(connection, request.id(), request.openedTo());
            SqlRequests.decided(connection, request.id(), State.REQUESTED, "", null, null);
            return Map.of();
        });
    }

    @Override
    public ConnectorRequest withdraw(Subject by, UUID requestId) {
        return act(by, requestId, "connector.withdraw", (connection, request) -> {
            authorisation.require(by, REQUEST, Scope.structure(request.structureId()));
            require(request.state() != State.WITHDRAWN, "error.decided");
            SqlRequests.close(connection, request.id(), request.openedTo());
            SqlRequests.decided(connection, request.id(), State.WITHDRAWN, "", by.accountId(), clock.instant());
            return Map.of();
        });
    }

    @Override
    public ConnectorRequest open(Subject by, UUID requestId, Set<UUID> wanted) {
        return act(by, requestId, OPEN, (connection, request) -> {
            require(request.state() == State.ACCEPTED && request.checkedAt().isPresent(), "error.unaccepted");
            Instant now = clock.instant();
            for (UUID each : wanted) {
                rights.requireOpen(by, request, each);
                SqlRequests.open(connection, request.id(), each, by.accountId(), now);
            }
            return Map.of("structures", codes(wanted));
        });
    }

    @Override
    public ConnectorRequest close(Subject by, UUID requestId, Set<UUID> wanted) {
        return act(by, requestId, "connector.close", (connection, request) -> {
            wanted.forEach(each -> rights.requireOpen(by, request, each));
            SqlRequests.close(connection, request.id(), wanted);
            return Map.of("structures", codes(wanted));
        });
    }

    @Override
    public ConnectorRequest find(Subject by, UUID requestId) {
        ConnectorRequest request = tx.readSql(connection -> SqlRequests.find(connection, requestId))
                .orElseThrow(DefaultConnectorRequests::unknown);
        if (!rights.sees(by, request)) {
            throw unknown();
        }
        return request;
    }

    @Override
    public Page<ConnectorRequest> list(Subject by, UUID structureId, Set<State> states, PageRequest page) {
        authorisation.require(by, REQUEST, Scope.structure(structureId));
        Set<UUID> below = structures.withDescendants(structureId);
        return tx.readSql(connection -> new Page<>(
                SqlRequests.list(connection, below, states, page), SqlRequests.count(connection, below, states)));
    }

    @Override
    public Page<ConnectorRequest> above(Subject by, UUID structureId, PageRequest page) {
        authorisation.require(by, REQUEST, Scope.structure(structureId));
        Set<UUID> above = new HashSet<>(structures.withAncestors(structureId));
        above.remove(structureId);
        Set<State> states = EnumSet.complementOf(EnumSet.of(State.WITHDRAWN));
        return tx.readSql(connection -> new Page<>(
                SqlRequests.list(connection, above, states, page), SqlRequests.count(connection, above, states)));
    }

    /** What would be opened, to try what would leave; for whom may see the request. */
    Connector draft(Subject by, UUID requestId) {
        ConnectorRequest request = find(by, requestId);
        byte[] sealed = tx.readSql(connection -> SqlRequests.sealed(connection, requestId))
                .orElseThrow(DefaultConnectorRequests::unknown);
        Structure structure = structures.byId(request.structureId()).orElseThrow(DefaultConnectorRequests::unknown);
        return drafts.read(structure, request.connectorId(), RequestedFile.opened(sealed, keys));
    }

    /** One step. */
    private interface Step {
        Map<String, String> on(java.sql.Connection connection, ConnectorRequest request) throws java.sql.SQLException;
    }

    private ConnectorRequest act(Subject by, UUID requestId, String action, Step step) {
        return tx.writeSql(connection -> {
            ConnectorRequest request =
                    SqlRequests.locked(connection, requestId).orElseThrow(DefaultConnectorRequests::unknown);
            audit(by, action, request, step.on(connection, request));
            ConnectorRequest after = SqlRequests.find(connection, requestId).orElseThrow();
            if (!after.openedTo().equals(request.openedTo())) {
                events.publish(new RequestsChanged(request.connectorId()));
                tx.afterCommit(() -> opened.changed(request.connectorId()));
            }
            return after;
        });
    }

    private void audit(Subject by, String action, ConnectorRequest request, Map<String, String> details) {
        audit.record(by, action, "connector:" + request.connectorId(), details);
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new PortalException(ErrorCode.CONFLICT, TEXTS, otherwise);
        }
    }

    private String codes(Set<UUID> ids) {
        return ids.stream()
                .flatMap(id -> structures.byId(id).stream())
                .map(structure -> structure.code().toUpperCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static PortalException unknown() {
        return new PortalException(ErrorCode.NOT_FOUND, TEXTS, "error.unknown");
    }
}
