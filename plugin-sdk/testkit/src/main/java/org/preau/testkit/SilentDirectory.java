package org.preau.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Child;
import org.preau.api.directory.Directory;
import org.preau.api.directory.DirectoryTotals;
import org.preau.api.directory.Membership;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;

/** People, classes and structures of which nothing may be asked, but for what a test overrides: the fake of few lines for code that asks little. */
public abstract class SilentDirectory implements Directory, Structures {
    @Override
    public Optional<PersonView> person(Subject viewer, UUID personId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Membership> scopesOf(UUID personId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Child> childrenOf(UUID guardianId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SchoolClass> classesOf(UUID structureId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<SchoolClass> schoolClass(UUID classId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<PersonView> members(Subject viewer, Scope scope, Set<Profile> profiles, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<PersonView> search(Subject viewer, String text, Optional<UUID> within, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DirectoryTotals totals(Optional<UUID> schoolId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void assignTeacher(UUID classId, UUID personId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unassignTeacher(UUID classId, UUID personId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Structure> byId(UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Structure> byCode(String code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<UUID> withAncestors(UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Structure> schoolsBelow(UUID id, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Structure> children(UUID id, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Structure> roots() {
        throw new UnsupportedOperationException();
    }
}
