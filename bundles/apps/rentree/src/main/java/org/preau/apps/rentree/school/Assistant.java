package org.preau.apps.rentree.school;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.Scope;
import org.preau.api.directory.readiness.Readiness;
import org.preau.api.persistence.Tx;

/** What a head decides before the year begins; each act is authorised on the school, audited, can be taken back, and how far the school is is written down anew. Safe on any thread. */
@Component(service = Assistant.class)
public final class Assistant {
    private static final Texts TEXTS = Texts.of(Assistant.class);

    private final Tx tx;
    private final Directory directory;
    private final Readiness readiness;
    private final Authorisation authorisation;
    private final Audit audit;
    private final MarkStore marks;
    private final ReadinessBook book;

    /** Made by the portal. */
    @Activate
    public Assistant(
            @Reference(target = RentreeUnit.TARGET) Tx tx,
            @Reference Directory directory,
            @Reference Readiness readiness,
            @Reference Authorisation authorisation,
            @Reference Audit audit,
            @Reference MarkStore marks,
            @Reference ReadinessBook book) {
        this.tx = tx;
        this.directory = directory;
        this.readiness = readiness;
        this.authorisation = authorisation;
        this.audit = audit;
        this.marks = marks;
        this.book = book;
    }

    /** Whether the subject prepares that school's year. */
    public boolean prepares(Subject subject, UUID school) {
        return authorisation.allows(subject, PrepareRule.PREPARE, Scope.structure(school));
    }

    /** Calls a step settled: for the classes as they are now. */
    public void settle(Subject by, UUID school, Step step) {
        act(by, school, "rentree.settle", Map.of("step", step.name()), () -> {
            if (step == Step.CLASSES) {
                marks.see(school, readiness.classes(by, school));
            }
            marks.settle(school, step, by.accountId());
        });
    }

    /** Takes {@link #settle} back. */
    public void unsettle(Subject by, UUID school, Step step) {
        act(by, school, "rentree.unsettle", Map.of("step", step.name()), () -> marks.unsettle(school, step));
    }

    /** Attaches a teacher to a class of the school. */
    public void assign(Subject by, UUID classId, UUID person) {
        act(
                by,
                schoolOf(classId),
                "rentree.assign-teacher",
                teaching(classId, person),
                () -> directory.assignTeacher(classId, person));
    }

    /** Takes the teacher off the class. */
    public void unassign(Subject by, UUID classId, UUID person) {
        act(
                by,
                schoolOf(classId),
                "rentree.unassign-teacher",
                teaching(classId, person),
                () -> directory.unassignTeacher(classId, person));
    }

    /** Has somebody of the school hand out the resources of the GAR. */
    public void name(Subject by, UUID school, UUID person) {
        String name = directory
                .person(by, person)
                .map(PersonView::displayName)
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "error.person"));
        act(
                by,
                school,
                "rentree.name-delegate",
                Map.of("person", person.toString()),
                () -> marks.name(school, person, name));
    }

    /** Takes {@link #name} back. */
    public void unname(Subject by, UUID school, UUID person) {
        act(
                by,
                school,
                "rentree.unname-delegate",
                Map.of("person", person.toString()),
                () -> marks.unname(school, person));
    }

    private void act(Subject by, UUID school, String action, Map<String, String> details, Runnable act) {
        authorisation.require(by, PrepareRule.PREPARE, Scope.structure(school));
        tx.writeSql(connection -> {
            act.run();
            audit.record(by, action, "structure:" + school, details);
            return 0;
        });
        book.write(Optional.of(school));
    }

    private UUID schoolOf(UUID classId) {
        return directory
                .schoolClass(classId)
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "error.class"))
                .structureId();
    }

    private static Map<String, String> teaching(UUID classId, UUID person) {
        return Map.of("class", classId.toString(), "person", person.toString());
    }
}
