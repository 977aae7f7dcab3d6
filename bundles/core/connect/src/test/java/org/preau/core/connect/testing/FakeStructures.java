package org.preau.core.connect.testing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;

/** A tree in memory. */
public final class FakeStructures implements Structures {
    private final Map<UUID, Structure> structures = new HashMap<>();
    private final Map<UUID, Set<UUID>> parents = new HashMap<>();

    /** Adds a node below these. */
    public Structure add(StructureKind kind, String code, Structure... above) {
        Structure structure = new Structure(Ids.next(), kind, code, kind + " " + code, "");
        structures.put(structure.id(), structure);
        Set<UUID> all = new HashSet<>(Set.of(structure.id()));
        for (Structure parent : above) {
            all.addAll(withAncestors(parent.id()));
        }
        parents.put(structure.id(), all);
        return structure;
    }

    @Override
    public Optional<Structure> byId(UUID id) {
        return Optional.ofNullable(structures.get(id));
    }

    @Override
    public Optional<Structure> byCode(String code) {
        return structures.values().stream()
                .filter(structure -> structure.code().equalsIgnoreCase(code))
                .findFirst();
    }

    @Override
    public Set<UUID> withAncestors(UUID id) {
        return parents.getOrDefault(id, Set.of(id));
    }

    @Override
    public Set<UUID> withDescendants(UUID id) {
        return structures.keySet().stream()
                .filter(each -> withAncestors(each).contains(id))
                .collect(Collectors.toSet());
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
        return structures.values().stream()
                .filter(structure -> withAncestors(structure.id()).size() == 1)
                .toList();
    }
}
