package org.preau.core.directory.structure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Group;
import org.preau.api.directory.GroupMember;
import org.preau.api.directory.Groups;
import org.preau.api.directory.HandAct;
import org.preau.api.directory.Scope;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.core.directory.DirectoryGeneration;
import org.preau.core.directory.Sight;
import org.preau.core.directory.SqlDirectory;
import org.preau.core.directory.SqlStructures;

/** Groups made by hand, on PostgreSQL. Safe on any thread. */
@Component
public final class SqlGroups implements Groups {
    private static final Texts TEXTS = Texts.of(SqlGroups.class);
    private static final int MOST_IN_AUDIT = 20;

    private final Tx tx;
    private final Trace trace;
    private final Authorisation authorisation;
    private final SqlStructures structures;
    private final SqlDirectory directory;
    private final HandActs acts;
    private final Clock clock;

    /** Takes its services. */
    @Activate
    public SqlGroups(
            @Reference(target = "(preau.unit=directory)") Tx tx,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Authorisation authorisation,
            @Reference SqlStructures structures,
            @Reference SqlDirectory directory,
            @Reference DirectoryGeneration generation,
            @Reference Clock clock) {
        this.tx = tx;
        this.trace = new Trace(tx, audit, events, generation);
        this.authorisation = authorisation;
        this.structures = structures;
        this.directory = directory;
        this.acts = new HandActs(clock, TEXTS);
        this.clock = clock;
    }

    private interface Change {
        HandAct make(Connection connection, Group group) throws SQLException;
    }

    @Override
    public Group create(Subject by, UUID structureId, String written) {
        authorisation.require(by, EDIT, Scope.structure(structureId));
        String name = Names.checked(written, TEXTS);
        if (structures.byId(structureId).isEmpty()) {
            throw new PortalException(ErrorCode.NOT_FOUND, TEXTS, "structure.unknown", structureId);
        }
        Group group = new Group(Ids.next(), structureId, name, 0, null);
        return tx.writeSql(connection -> {
            String insert = "insert into directory.hand_group (id, structure_id, name) values (?, ?, ?)";
            Rows.update(connection, insert, group.id(), structureId, name);
            trace.changed(
                    by,
                    "group.create",
                    "group:" + group.id(),
                    Map.of("name", name, "structure", structureId.toString()));
            return group;
        });
    }

    @Override
    public Group rename(Subject by, UUID groupId, String written) {
        String name = Names.checked(written, TEXTS);
        change(by, groupId, (connection, group) -> {
            Rows.update(connection, "update directory.hand_group set name = ? where id = ?", name, groupId);
            trace.changed(by, "group.rename", "group:" + groupId, Map.of("before", group.name(), "after", name));
            return acts.write(connection, by, groupId, "group.rename", Set.of(), Set.of(), group.name());
        });
        return byId(by, groupId).orElseThrow();
    }

    @Override
    public HandAct add(Subject by, UUID groupId, Collection<UUID> people) {
        Set<UUID> wanted = bounded(people);
        Sight sight = directory.sightOf(by);
        return change(by, groupId, (connection, group) -> {
            if (GroupRows.seen(connection, sight, wanted) < wanted.size()) {
                throw new PortalException(ErrorCode.NOT_FOUND, TEXTS, "group.people");
            }
            return members(connection, by, groupId, "group.add", GroupRows.add(connection, groupId, wanted), List.of());
        });
    }

    @Override
    public HandAct addAll(Subject by, UUID groupId, Scope scope, Set<Profile> profiles) {
        Sight sight = directory.sightOf(by);
        Collection<UUID> scopes =
                scope.kind() == Scope.Kind.STRUCTURE ? structures.withDescendants(scope.id()) : Set.of(scope.id());
        return change(by, groupId, (connection, group) -> {
            List<UUID> added = GroupRows.addScope(connection, groupId, scope.kind(), scopes, profiles, sight);
            return members(connection, by, groupId, "group.add", added, List.of());
        });
    }

    @Override
    public HandAct remove(Subject by, UUID groupId, Collection<UUID> people) {
        Set<UUID> wanted = bounded(people);
        return change(by, groupId, (connection, group) -> {
            List<GroupRows.Removed> removed = GroupRows.remove(connection, groupId, wanted);
            List<UUID> ids = removed.stream().map(GroupRows.Removed::person).toList();
            List<String> profiles =
                    removed.stream().map(GroupRows.Removed::profile).toList();
            return members(connection, by, groupId, "group.remove", ids, profiles);
        });
    }

    @Override
    public HandAct end(Subject by, UUID groupId) {
        return change(by, groupId, (connection, group) -> {
            Rows.update(
                    connection, "update directory.hand_group set ended_at = ? where id = ?", clock.instant(), groupId);
            trace.changed(by, "group.end", "group:" + groupId, Map.of("name", group.name()));
            return acts.write(connection, by, groupId, "group.end", Set.of(), Set.of(), "");
        });
    }

    @Override
    public Optional<HandAct> lastAct(Subject by, UUID groupId) {
        return tx.readSql(connection -> {
            known(connection, by, groupId);
            return acts.last(connection, groupId).map(HandActs.Kept::act);
        });
    }

    @Override
    public void undo(Subject by, UUID actId) {
        tx.writeSql(connection -> {
            HandActs.Kept kept = acts.byId(connection, actId);
            UUID group = kept.act().targetId();
            GroupRows.lock(connection, group);
            known(connection, by, group);
            acts.take(connection, kept);
            switch (kept.act().action()) {
                case "group.add" -> GroupRows.remove(connection, group, kept.ids());
                case "group.remove" -> GroupRows.putBack(connection, group, kept.ids(), kept.profiles());
                case "group.rename" ->
                    Rows.update(
                            connection, "update directory.hand_group set name = ? where id = ?", kept.before(), group);
                case "group.end" ->
                    Rows.update(connection, "update directory.hand_group set ended_at = null where id = ?", group);
                default -> throw new PortalException(ErrorCode.NOT_FOUND, TEXTS, "act.unknown", actId);
            }
            Map<String, String> details = Map.of(
                    "undone",
                    kept.act().action(),
                    "count",
                    String.valueOf(kept.act().count()));
            trace.changed(by, "group.undo", "group:" + group, details);
            return 1;
        });
    }

    @Override
    public Optional<Group> byId(Subject by, UUID groupId) {
        Optional<Group> found = tx.readSql(connection -> GroupRows.find(connection, groupId));
        found.ifPresent(group -> authorisation.require(by, EDIT, Scope.structure(group.structureId())));
        return found;
    }

    @Override
    public Page<Group> ofStructure(Subject by, UUID structureId, boolean ended, PageRequest page) {
        authorisation.require(by, EDIT, Scope.structure(structureId));
        Set<UUID> below = structures.withDescendants(structureId);
        return tx.readSql(connection -> GroupRows.of(connection, below, ended, page));
    }

    @Override
    public Page<GroupMember> members(Subject by, UUID groupId, PageRequest page) {
        return tx.readSql(connection -> {
            known(connection, by, groupId);
            return GroupRows.members(connection, groupId, page);
        });
    }

    private HandAct change(Subject by, UUID groupId, Change change) {
        return tx.writeSql(connection -> {
            GroupRows.lock(connection, groupId);
            Group group = known(connection, by, groupId);
            if (group.endedAt() != null) {
                throw new PortalException(ErrorCode.CONFLICT, TEXTS, "group.ended");
            }
            return change.make(connection, group);
        });
    }

    private Group known(Connection connection, Subject by, UUID groupId) throws SQLException {
        Group group = GroupRows.find(connection, groupId)
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "group.unknown", groupId));
        authorisation.require(by, EDIT, Scope.structure(group.structureId()));
        return group;
    }

    private HandAct members(
            Connection connection, Subject by, UUID group, String action, List<UUID> people, List<String> profiles)
            throws SQLException {
        String listed = people.stream().limit(MOST_IN_AUDIT).toList().toString();
        HandAct act = acts.write(connection, by, group, action, people, profiles, "");
        Map<String, String> details = Map.of(
                "count",
                String.valueOf(people.size()),
                "people",
                listed,
                "act",
                act.id().toString());
        trace.changed(by, action, "group:" + group, details);
        return act;
    }

    private static Set<UUID> bounded(Collection<UUID> wanted) {
        Set<UUID> distinct = new LinkedHashSet<>(wanted);
        if (distinct.isEmpty() || distinct.size() > PageRequest.MAX) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "list.size", PageRequest.MAX);
        }
        return distinct;
    }
}
