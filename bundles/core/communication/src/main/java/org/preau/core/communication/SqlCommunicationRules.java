package org.preau.core.communication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
import org.preau.api.base.Subject;
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
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structures;
import org.preau.api.persistence.Tx;

/** Rules on PostgreSQL, answers from memory. Safe on any thread. */
@Component
public final class SqlCommunicationRules implements CommunicationRules {
    private final Tx tx;
    private final Authorisation authorisation;
    private final Audit audit;
    private final Events events;
    private final Structures structures;
    private final ReachablePeople people;
    private final Books books;
    private final Reaches reaches;
    private final Checker checker;
    private final Say say;
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
        this.structures = structures;
        this.people = people;
        this.books = books;
        this.reaches = reaches;
        this.checker = checker;
        this.clock = clock;
        this.say = new Say(authorisation, directory, structures, clock);
    }

    @Override
    public Effective effective(UUID structureId) {
        return reaches.effective(structureId);
    }

    @Override
    public Effective set(Subject by, UUID structureId, NewSetting setting) {
        authorisation.require(by, SET, Scope.structure(structureId));
        say.known(structureId);
        Effective above = reaches.above(structureId);
        boolean fromAbove = by.isSystem() || say.decidesAbove(by, structureId, above);
        if (!fromAbove && !above.wideningAllowed() && setting.preset().isWiderThan(above.preset())) {
            throw Say.refused(ErrorCode.CONFLICT, "wider");
        }
        return change(by, structureId, Optional.of(setting), fromAbove);
    }

    @Override
    public Effective reset(Subject by, UUID structureId) {
        authorisation.require(by, SET, Scope.structure(structureId));
        say.known(structureId);
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
        UUID structure = say.structureOf(exception.from());
        authorisation.require(by, SET, Scope.structure(structure));
        say.check(by, exception);
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
                    .orElseThrow(() -> Say.refused(ErrorCode.NOT_FOUND, "exception.unknown", exceptionId));
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
        boolean allowed = by.isSystem() || say.hasSay(by, fromPersonId) || say.hasSay(by, toPersonId);
        if (!allowed) {
            throw Say.refused(ErrorCode.FORBIDDEN, "forbidden");
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
}
