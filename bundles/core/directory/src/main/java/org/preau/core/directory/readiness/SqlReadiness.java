package org.preau.core.directory.readiness;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;
import org.preau.api.directory.readiness.ClassReadiness;
import org.preau.api.directory.readiness.Gap;
import org.preau.api.directory.readiness.GapPerson;
import org.preau.api.directory.readiness.Readiness;
import org.preau.api.directory.readiness.SchoolReadiness;
import org.preau.api.persistence.Tx;

/** Counts what is missing by set-based queries. Safe on any thread. */
@Component
public final class SqlReadiness implements Readiness {
    private final Tx tx;
    private final Authorisation authorisation;

    /** Takes its services. */
    @Activate
    public SqlReadiness(@Reference(target = "(preau.unit=directory)") Tx tx, @Reference Authorisation authorisation) {
        this.tx = tx;
        this.authorisation = authorisation;
    }

    @Override
    public List<SchoolReadiness> schools(Optional<UUID> schoolId) {
        return tx.readSql(connection -> SchoolFigures.read(connection, schoolId));
    }

    @Override
    public List<ClassReadiness> classes(Subject viewer, UUID schoolId) {
        authorisation.require(viewer, READ, Scope.structure(schoolId));
        return tx.readSql(connection -> ClassFigures.read(connection, schoolId));
    }

    @Override
    public Page<GapPerson> missing(Subject viewer, UUID schoolId, Gap gap, PageRequest page) {
        authorisation.require(viewer, READ, Scope.structure(schoolId));
        return tx.readSql(connection -> GapPeople.read(connection, schoolId, gap, page));
    }
}
