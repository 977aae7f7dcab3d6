package org.preau.core.communication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.preau.api.communication.CommunicationChanged;
import org.preau.api.communication.CommunicationRules;
import org.preau.api.communication.Effective;
import org.preau.api.communication.MayWrite;
import org.preau.api.communication.NewException;
import org.preau.api.communication.NewSetting;
import org.preau.api.communication.RuleException;
import org.preau.api.communication.Setting;
import org.preau.api.directory.Directory;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.Reach;
import org.preau.api.directory.ReachablePeople;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;
import org.preau.api.persistence.Tx;

/** Rules on PostgreSQL, answers from memory. Safe on any thread. */
@Component
public final class SqlCommunicationRules implements CommunicationRules {
    private static final Texts TEXTS = Texts.of(SqlCommunicationRules.class);
    private static final int LONGEST_REASON = 500;

    private final Tx tx;
    private final Authorisation authorisation;
    private final Audit audit;
    private final Events events;
    private final Directory directory;
    private final Structures structures;
    private final ReachablePeople people;
    private final Books books;
    private final Reaches reaches;
    private final Checker checker;
    private final Clock clock;

    /** Takes its services. */
    @Activate
    public SqlCommunicationRules(
            @Reference(target = "(preau.unit=communication)") Tx tx,
            @Reference Authorisation authorisation,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Directory directory,
            @Reference Structures structures,
            @Reference ReachablePeople people,
            @Reference Books books,
            @Reference Reaches reaches,
            @Reference Checker checker,
            @Reference Clock clock) {
        this.tx = tx;
        this.authorisation = authorisation;
        this.audit = audit;
        this.events = events;
        this.directory = directory;
        this.structures = structures;
        this.people = people;
        this.books = books;
        this.reaches = reaches;
        this.checker = checker;
        this.clock = clock;
    }

    @Override
    public Effective effective(UUID structureId) {
        return reaches.effective(structureId);
    }

    @Override
    public Effective set(Subject by, UUID structureId, NewSetting setting) {
        authorisation.require(by, SET, Scope.structure(structureId));
        known(structureId);
        Effective above = reaches.above(structureId);
        boolean fromAbove = by.isSystem() || decidesAbove(by, structureId, above);
        if (!fromAbove && !above.wideningAllowed() && setting.preset().isWiderThan(above.preset())) {
            throw refused(ErrorCode.CONFLICT, "wider");
        }
        return change(by, structureId, Optional.of(setting), fromAbove);
    }

    @Override
    public Effective reset(Subject by, UUID structureId) {
        authorisation.require(by, SET, Scope.structure(structureId));
        known(structureId);
        return change(by, structureId, Optional.empty(), false);
    }

    @Override
    public Page<Setting> settings(Subject by, UUID structureId, PageRequest page) {
        authorisation.require(by, SET, Scope.structure(structureId));
        Set<UUID> below = structures.withDescendants(structureId);
        return tx.readSql(connection -> SettingRows.below(connection, below, page));
    }

    @Override
    public Page<Setting> history(Subject by, UUID structureId, PageRequest page) {
        authorisation.require(by, SET, Scope.structure(structureId));
        return tx.readSql(connection -> SettingRows.history(connection, structureId, page));
    }

    @Override
    public RuleException except(Subject by, NewException exception) {
        UUID structure = structureOf(exception.from());
        authorisation.require(by, SET, Scope.structure(structure));
        check(by, exception);
        RuleException made = new RuleException(Ids.next(), structure, exception, by.accountId(), clock.instant(), null);
        return tx.writeSql(connection -> {
            ExceptionRows.insert(connection, made);
            changed(by, "communication.except", structure, Map.of("exception", exception.toString()));
            return made;
        });
    }

    @Override
    public void endException(Subject by, UUID exceptionId) {
        tx.writeSql(connection -> {
            RuleException known = ExceptionRows.find(connection, exceptionId)
                    .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "exception.unknown", exceptionId));
            authorisation.require(by, SET, Scope.structure(known.structureId()));
            if (ExceptionRows.end(connection, exceptionId, clock.instant())) {
                Map<String, String> details = Map.of("exception", known.what().toString());
                changed(by, "communication.end-exception", known.structureId(), details);
            }
            return 1;
        });
    }

    @Override
    public Page<RuleException> exceptions(Subject by, UUID structureId, boolean ended, PageRequest page) {
        authorisation.require(by, SET, Scope.structure(structureId));
        Set<UUID> below = structures.withDescendants(structureId);
        LocalDate today = LocalDate.now(clock);
        return tx.readSql(connection -> ExceptionRows.below(connection, below, ended, today, page));
    }

    @Override
    public MayWrite mayWrite(UUID fromPersonId, UUID toPersonId) {
        return checker.check(fromPersonId, toPersonId);
    }

    @Override
    public MayWrite explain(Subject by, UUID fromPersonId, UUID toPersonId) {
        boolean allowed = by.isSystem() || hasSay(by, fromPersonId) || hasSay(by, toPersonId);
        if (!allowed) {
            throw refused(ErrorCode.FORBIDDEN, "forbidden");
        }
        return checker.check(fromPersonId, toPersonId);
    }

    @Override
    public List<Reach> reach(UUID personId) {
        return reaches.of(personId).stream().map(Reached::reach).distinct().toList();
    }

    @Override
    public Page<PersonView> writable(Subject subject, String text, PageRequest page) {
        UUID person = subject.personId();
        if (person == null) {
            return new Page<>(List.of(), 0);
        }
        return people.list(subject, reach(person), reaches.family(person), text, page);
    }

    private Effective change(Subject by, UUID structure, Optional<NewSetting> setting, boolean fromAbove) {
        Effective before = effective(structure);
        Setting set = new Setting(structure, setting, fromAbove, by.accountId(), clock.instant());
        tx.writeSql(connection -> {
            SettingRows.put(connection, set);
            Map<String, String> details = new LinkedHashMap<>();
            details.put("before", before.preset().name());
            details.put("after", setting.map(NewSetting::toString).orElse(""));
            changed(by, setting.isPresent() ? "communication.set" : "communication.reset", structure, details);
            return 1;
        });
        return effective(structure);
    }

    private void changed(Subject by, String action, UUID structure, Map<String, String> details) {
        audit.record(by, action, "structure:" + structure, details);
        events.publish(new CommunicationChanged(structure));
        tx.afterCommit(books::drop);
    }

    /** Whether the subject has the say over what decides above a structure, so that he may let it have a wider rule. */
    private boolean decidesAbove(Subject by, UUID structure, Effective above) {
        return above.decidedBy()
                .or(() -> structures.withAncestors(structure).stream()
                        .filter(each -> structures
                                .byId(each)
                                .map(Structure::kind)
                                .filter(StructureKind.ACADEMY::equals)
                                .isPresent())
                        .findFirst())
                .filter(decider -> authorisation.allows(by, SET, Scope.structure(decider)))
                .isPresent();
    }

    private void check(Subject by, NewException exception) {
        Scope to = exception.to();
        LocalDate until = exception.until();
        boolean allow = exception.kind() == NewException.Kind.ALLOW;
        if (allow != (to != null) || !allow && exception.from().kind() == Scope.Kind.STRUCTURE) {
            throw refused(ErrorCode.INVALID_INPUT, "exception.form");
        }
        if (until != null && until.isBefore(LocalDate.now(clock))) {
            throw refused(ErrorCode.INVALID_INPUT, "exception.past");
        }
        if (exception.reason().length() > LONGEST_REASON) {
            throw refused(ErrorCode.INVALID_INPUT, "exception.reason", LONGEST_REASON);
        }
        if (to != null) {
            authorisation.require(by, SET, Scope.structure(structureOf(to)));
        }
    }

    private boolean hasSay(Subject by, UUID person) {
        return directory.scopesOf(person).stream()
                .filter(each -> each.scope().kind() == Scope.Kind.STRUCTURE)
                .anyMatch(each -> authorisation.allows(by, SET, each.scope()));
    }

    private UUID structureOf(Scope scope) {
        if (scope.kind() == Scope.Kind.STRUCTURE) {
            return known(scope.id());
        }
        @Nullable
        UUID structure =
                directory.schoolClass(scope.id()).map(SchoolClass::structureId).orElse(null);
        if (structure == null) {
            throw refused(ErrorCode.NOT_FOUND, "scope.unknown", scope.id());
        }
        return structure;
    }

    private UUID known(UUID structure) {
        if (structures.byId(structure).isEmpty()) {
            throw refused(ErrorCode.NOT_FOUND, "scope.unknown", structure);
        }
        return structure;
    }

    private static PortalException refused(ErrorCode code, String key, Object... arguments) {
        return new PortalException(code, TEXTS, key, arguments);
    }
}
