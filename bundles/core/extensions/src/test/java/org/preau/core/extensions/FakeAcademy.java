package org.preau.core.extensions;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;

/** One academy, and who administers it. */
final class FakeAcademy implements Structures, Authorisation {
    final Structure root = new Structure(UUID.randomUUID(), StructureKind.ACADEMY, "24", "Academy", "");
    final Set<Subject> administrators = new HashSet<>();

    @Override
    public List<Structure> roots() {
        return List.of(root);
    }

    @Override
    public boolean allows(Subject subject, String action, Scope target) {
        return administrators.contains(subject) && target.equals(Scope.structure(root.id()));
    }

    @Override
    public void require(Subject subject, String action, Scope target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<UUID> perimeterOf(Subject subject, String action) {
        return Set.of();
    }

    @Override
    public Optional<Structure> byId(UUID id) {
        return Optional.empty();
    }

    @Override
    public Optional<Structure> byCode(String code) {
        return Optional.empty();
    }

    @Override
    public Set<UUID> withAncestors(UUID id) {
        return Set.of(id);
    }

    @Override
    public Page<Structure> schoolsBelow(UUID id, PageRequest page) {
        return new Page<>(List.of(), 0);
    }

    @Override
    public Page<Structure> children(UUID id, PageRequest page) {
        return new Page<>(List.of(), 0);
    }
}
