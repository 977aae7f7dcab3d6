package org.preau.core.directory.structure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.HandAct;
import org.preau.api.directory.NewStructure;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureEditor;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.StructureLink;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.core.directory.DirectoryGeneration;
import org.preau.core.directory.SqlStructures;
import org.preau.core.directory.structure.StructureRows.Node;

/** Structures changed by hand, on PostgreSQL. Safe on any thread. */
@Component
public final class SqlStructureEditor implements StructureEditor {
    private static final Texts TEXTS = Texts.of(SqlStructureEditor.class);
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('directory.structure_parent'))";
    private static final Set<StructureKind> BY_HAND =
            Set.of(StructureKind.RPI, StructureKind.PROJECT, StructureKind.COMMUNE, StructureKind.CIRCONSCRIPTION);

    private final Tx tx;
    private final Trace trace;
    private final Authorisation authorisation;
    private final SqlStructures structures;
    private final HandActs acts;
    private final Clock clock;

    /** Takes its services. */
    @Activate
    public SqlStructureEditor(
            @Reference(target = "(preau.unit=directory)") Tx tx,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Authorisation authorisation,
            @Reference SqlStructures structures,
            @Reference DirectoryGeneration generation,
            @Reference Clock clock) {
        this.tx = tx;
        this.trace = new Trace(tx, audit, events, generation);
        this.authorisation = authorisation;
        this.structures = structures;
        this.acts = new HandActs(clock, TEXTS);
        this.clock = clock;
    }

    @Override
    public Structure create(Subject by, NewStructure wanted) {
        authorisation.require(by, EDIT, Scope.structure(wanted.parentId()));
        if (!BY_HAND.contains(wanted.kind())) {
            throw refused(ErrorCode.INVALID_INPUT, "structure.kind");
        }
        String name = Names.checked(wanted.name(), TEXTS);
        UUID id = Ids.next();
        String code = wanted.code()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(wanted.kind().name().toLowerCase(Locale.ROOT) + "-" + id);
        Structure made = new Structure(id, wanted.kind(), code, name, "");
        return tx.writeSql(connection -> {
            Node parent = node(connection, wanted.parentId());
            if (parent.structure().kind() == StructureKind.SCHOOL) {
                throw refused(ErrorCode.INVALID_INPUT, "structure.parent");
            }
            StructureRows.insert(connection, made);
            StructureRows.attach(connection, parent.structure().id(), Set.of(id));
            trace.changed(
                    by,
                    "structure.create",
                    "structure:" + id,
                    Map.of(
                            "kind",
                            made.kind().name(),
                            "code",
                            code,
                            "name",
                            name,
                            "parent",
                            parent.structure().code()));
            return made;
        });
    }

    @Override
    public Structure rename(Subject by, UUID structureId, String written) {
        authorisation.require(by, EDIT, Scope.structure(structureId));
        String name = Names.checked(written, TEXTS);
        return tx.writeSql(connection -> {
            Structure before = node(connection, structureId).structure();
            if (!BY_HAND.contains(before.kind())) {
                throw refused(ErrorCode.CONFLICT, "structure.of_feed");
            }
            StructureRows.rename(connection, structureId, name);
            acts.write(connection, by, structureId, "structure.rename", Set.of(), Set.of(), before.name());
            trace.changed(
                    by, "structure.rename", "structure:" + structureId, Map.of("before", before.name(), "after", name));
            return new Structure(structureId, before.kind(), before.code(), name, before.city());
        });
    }

    @Override
    public HandAct attach(Subject by, UUID parentId, Collection<UUID> children) {
        Set<UUID> wanted = bounded(children);
        authorisation.require(by, EDIT, Scope.structure(parentId));
        wanted.forEach(child -> authorisation.require(by, EDIT, Scope.structure(child)));
        return tx.writeSql(connection -> {
            Rows.run(connection, LOCK);
            Structure parent = node(connection, parentId).structure();
            for (UUID child : wanted) {
                LinkRules.check(parent, node(connection, child).structure(), structures, TEXTS);
            }
            if (parent.kind() == StructureKind.RPI
                    && !StructureRows.inAnotherPlatform(connection, parentId, wanted)
                            .isEmpty()) {
                throw refused(ErrorCode.CONFLICT, "structure.other_rpi");
            }
            return linked(
                    connection, by, "structure.attach", parentId, StructureRows.attach(connection, parentId, wanted));
        });
    }

    @Override
    public HandAct detach(Subject by, UUID parentId, Collection<UUID> children) {
        Set<UUID> wanted = bounded(children);
        authorisation.require(by, EDIT, Scope.structure(parentId));
        return tx.writeSql(connection -> {
            List<UUID> detached = StructureRows.detach(connection, parentId, wanted);
            if (detached.size() < wanted.size()) {
                throw refused(ErrorCode.CONFLICT, "structure.link_of_feed");
            }
            return linked(connection, by, "structure.detach", parentId, detached);
        });
    }

    @Override
    public void end(Subject by, UUID structureId) {
        authorisation.require(by, EDIT, Scope.structure(structureId));
        tx.writeSql(connection -> {
            Node node = node(connection, structureId);
            if (!node.byHand()) {
                throw refused(ErrorCode.CONFLICT, "structure.of_feed");
            }
            Map<String, String> details = new LinkedHashMap<>();
            details.put("name", node.structure().name());
            details.put(
                    "links",
                    StructureRows.links(connection, structureId).stream()
                            .map(link ->
                                    link.parent().code() + ">" + link.child().code())
                            .collect(Collectors.joining(" ")));
            String now = "update directory.structure set ended_at = ?, code = code || '-' || id where id = ?";
            Rows.update(connection, now, clock.instant(), structureId);
            String links = "delete from directory.structure_parent where structure_id = ? or parent_id = ?";
            Rows.update(connection, links, structureId, structureId);
            trace.changed(by, "structure.end", "structure:" + structureId, details);
            return 1;
        });
    }

    @Override
    public List<StructureLink> links(Subject by, UUID structureId) {
        authorisation.require(by, EDIT, Scope.structure(structureId));
        return tx.readSql(connection -> StructureRows.links(connection, structureId));
    }

    @Override
    public Optional<HandAct> lastAct(Subject by, UUID structureId) {
        authorisation.require(by, EDIT, Scope.structure(structureId));
        return tx.readSql(connection -> acts.last(connection, structureId)).map(HandActs.Kept::act);
    }

    @Override
    public void undo(Subject by, UUID actId) {
        tx.writeSql(connection -> {
            HandActs.Kept kept = acts.byId(connection, actId);
            UUID target = kept.act().targetId();
            authorisation.require(by, EDIT, Scope.structure(target));
            acts.take(connection, kept);
            switch (kept.act().action()) {
                case "structure.attach" -> StructureRows.detach(connection, target, kept.ids());
                case "structure.detach" -> StructureRows.attach(connection, target, kept.ids());
                case "structure.rename" -> StructureRows.rename(connection, target, kept.before());
                default -> throw refused(ErrorCode.NOT_FOUND, "act.unknown", actId);
            }
            trace.changed(
                    by,
                    "structure.undo",
                    "structure:" + target,
                    Map.of("undone", kept.act().action(), "ids", kept.ids().toString(), "name", kept.before()));
            return 1;
        });
    }

    private HandAct linked(Connection connection, Subject by, String action, UUID parent, List<UUID> children)
            throws SQLException {
        HandAct act = acts.write(connection, by, parent, action, children, Set.of(), "");
        trace.changed(by, action, "structure:" + parent, Map.of("structures", children.toString()));
        return act;
    }

    private static Node node(Connection connection, UUID id) throws SQLException {
        return StructureRows.find(connection, id)
                .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "structure.unknown", id));
    }

    private static Set<UUID> bounded(Collection<UUID> wanted) {
        Set<UUID> distinct = new LinkedHashSet<>(wanted);
        if (distinct.isEmpty() || distinct.size() > PageRequest.MAX) {
            throw refused(ErrorCode.INVALID_INPUT, "list.size", PageRequest.MAX);
        }
        return distinct;
    }

    private static PortalException refused(ErrorCode code, String key, Object... arguments) {
        return new PortalException(code, TEXTS, key, arguments);
    }
}
