package org.preau.core.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.authorisation.Grants;
import org.preau.api.base.Events;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Child;
import org.preau.api.directory.Directory;
import org.preau.api.directory.DirectoryChanged;
import org.preau.api.directory.DirectoryTotals;
import org.preau.api.directory.Membership;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** The directory on PostgreSQL. Safe on any thread. */
@Component(service = {Directory.class, SqlDirectory.class})
public final class SqlDirectory implements Directory {
    private final Tx tx;
    private final Events events;
    private final SqlStructures structures;
    private final DirectoryGeneration generation;
    private final ScopeCache scopes;
    private final Sights sights;

    /** Absent while core/authorisation is: then nobody sees more than his profile lets him. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Grants grants;

    /** Takes its services. */
    @Activate
    public SqlDirectory(
            @Reference(target = "(preau.unit=directory)") Tx tx,
            @Reference Events events,
            @Reference SqlStructures structures,
            @Reference DirectoryGeneration generation,
            @Reference Clock clock) {
        this.tx = tx;
        this.events = events;
        this.structures = structures;
        this.generation = generation;
        this.scopes = new ScopeCache(clock, generation);
        this.sights = new Sights(this::scopesOf, structures);
    }

    @Override
    public Optional<PersonView> person(Subject viewer, UUID personId) {
        Sight sight = sights.of(viewer, grants);
        return tx.readSql(connection -> {
            boolean seen = (int) Rows.count(
                            connection,
                            "select count(*) from directory.person p where p.id = ? and " + Sight.CONDITION,
                            with(personId, sight.parameters()))
                    > 0;
            return seen
                    ? PersonViews.of(connection, sight, List.of(personId), null).stream()
                            .findFirst()
                    : Optional.<PersonView>empty();
        });
    }

    @Override
    public List<Membership> scopesOf(UUID personId) {
        return scopes.get(personId, id -> tx.readSql(connection -> Memberships.of(connection, id)));
    }

    @Override
    public List<Child> childrenOf(UUID guardianId) {
        return tx.readSql(connection -> Memberships.childrenOf(connection, guardianId));
    }

    @Override
    public List<SchoolClass> classesOf(UUID structureId) {
        return tx.readSql(connection -> Memberships.classesOf(connection, structureId));
    }

    @Override
    public Optional<SchoolClass> schoolClass(UUID classId) {
        return tx.readSql(connection -> Memberships.schoolClass(connection, classId)).stream()
                .findFirst();
    }

    @Override
    public Page<PersonView> members(Subject viewer, Scope scope, Set<Profile> profiles, PageRequest page) {
        Sight sight = sights.of(viewer, grants);
        return tx.readSql(connection -> PeopleQueries.members(connection, sight, scope, profiles, page));
    }

    @Override
    public Page<PersonView> search(Subject viewer, String text, Optional<UUID> within, PageRequest page) {
        Sight sight = sights.of(viewer, grants);
        Collection<UUID> below =
                within.map(id -> structures.withDescendants(List.of(id))).orElse(Set.of());
        if (within.isPresent() && below.isEmpty()) {
            return new Page<>(List.of(), 0);
        }
        return tx.readSql(connection -> new PeopleSearch(connection, sight).search(text, below, page));
    }

    @Override
    public DirectoryTotals totals(Optional<UUID> schoolId) {
        if (schoolId.isEmpty()) {
            return tx.readSql(Totals::whole);
        }
        Map<String, DirectoryTotals> one = tx.readSql(connection -> Totals.bySchool(connection, schoolId.get()));
        return one.values().stream().findFirst().orElse(new DirectoryTotals(0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    /** Figures of every school, by UAI. */
    public Map<String, DirectoryTotals> totalsBySchool() {
        return tx.readSql(connection -> Totals.bySchool(connection, null));
    }

    @Override
    public void assignTeacher(UUID classId, UUID personId) {
        change(connection -> Teaching.assign(connection, classId, personId));
    }

    @Override
    public void unassignTeacher(UUID classId, UUID personId) {
        change(connection -> Teaching.unassign(connection, classId, personId));
    }

    /** The classes of several schools, by name. */
    public List<SchoolClass> classesOf(Collection<UUID> schools) {
        return tx.readSql(connection -> Memberships.classesOf(connection, schools));
    }

    /** Whom the viewer may see, for the other queries of this bundle. */
    public Sight sightOf(Subject viewer) {
        return sights.of(viewer, grants);
    }

    private interface Change {
        boolean make(Connection connection) throws SQLException;
    }

    private void change(Change change) {
        tx.writeSql(connection -> {
            boolean changed = change.make(connection);
            if (changed) {
                events.publish(new DirectoryChanged("assignment"));
                tx.afterCommit(generation::next);
            }
            return changed;
        });
    }

    private static Object[] with(UUID first, Object[] rest) {
        Object[] all = new Object[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
