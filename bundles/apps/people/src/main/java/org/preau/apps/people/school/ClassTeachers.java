package org.preau.apps.people.school;

import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.persistence.Tx;

/** Says who teaches in a class, which the AAF of the first degree does not tell; authorised and audited. */
@Component(service = ClassTeachers.class)
public final class ClassTeachers {
    private static final Texts TEXTS = Texts.of(ClassTeachers.class);

    private final Tx tx;
    private final Directory directory;
    private final Authorisation authorisation;
    private final Audit audit;

    /** Made by the portal. The transaction is the directory's, so that act and trace stand or fall together; its data are changed by its service only. */
    @Activate
    public ClassTeachers(
            @Reference(target = "(preau.unit=directory)") Tx tx,
            @Reference Directory directory,
            @Reference Authorisation authorisation,
            @Reference Audit audit) {
        this.tx = tx;
        this.directory = directory;
        this.authorisation = authorisation;
        this.audit = audit;
    }

    /** Whether the subject may decide who teaches in the school's classes. */
    public boolean decides(Subject subject, UUID structureId) {
        return subject.profile() != Profile.TEACHER && allowed(subject, structureId);
    }

    /** Whether the subject may say that a class of the school is his own. */
    public boolean mayJoin(Subject subject, UUID structureId) {
        return subject.profile() == Profile.TEACHER && allowed(subject, structureId);
    }

    /**
     * Attaches a teacher to a class.
     *
     * @throws PortalException {@code FORBIDDEN} for who may not, {@code NOT_FOUND} for an unknown class
     */
    public void assign(Subject by, UUID classId, UUID personId) {
        change(by, classId, personId, "people.assign-teacher", () -> directory.assignTeacher(classId, personId));
    }

    /** Takes a teacher off a class; as {@link #assign}. */
    public void unassign(Subject by, UUID classId, UUID personId) {
        change(by, classId, personId, "people.unassign-teacher", () -> directory.unassignTeacher(classId, personId));
    }

    private void change(Subject by, UUID classId, UUID personId, String action, Runnable act) {
        SchoolClass schoolClass = directory
                .schoolClass(classId)
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "error.class"));
        boolean himself = personId.equals(by.personId());
        UUID school = schoolClass.structureId();
        if (!decides(by, school) && !(himself && mayJoin(by, school))) {
            throw new PortalException(ErrorCode.FORBIDDEN, TEXTS, "error.forbidden");
        }
        tx.writeSql(connection -> {
            act.run();
            audit.record(by, action, "class:" + classId, Map.of("person", personId.toString()));
            return 0;
        });
    }

    private boolean allowed(Subject subject, UUID structureId) {
        return authorisation.allows(subject, AssignRule.ASSIGN, Scope.structure(structureId));
    }
}
