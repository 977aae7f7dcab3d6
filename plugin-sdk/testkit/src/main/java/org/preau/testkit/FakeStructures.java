package org.preau.testkit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;

/** A tree of structures in memory. */
public final class FakeStructures implements Structures {
    private final Map<UUID, Structure> all = new LinkedHashMap<>();
    private final Map<UUID, Set<UUID>> parents = new LinkedHashMap<>();

    /** Puts a structure in, below these. */
    public FakeStructures add(Structure structure, Structure... below) {
        all.put(structure.id(), structure);
        Set<UUID> above = new LinkedHashSet<>();
        for (Structure each : below) {
            above.add(each.id());
        }
        parents.put(structure.id(), above);
        return this;
    }

    @Override
    public Optional<Structure> byId(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public Optional<Structure> byCode(String code) {
        return all.values().stream()
                .filter(each -> each.code().equalsIgnoreCase(code))
                .findFirst();
    }

    @Override
    public Set<UUID> withAncestors(UUID id) {
        Set<UUID> reached = new LinkedHashSet<>(Set.of(id));
        parents.getOrDefault(id, Set.of()).forEach(each -> reached.addAll(withAncestors(each)));
        return reached;
    }

    @Override
    public Page<Structure> schoolsBelow(UUID id, PageRequest page) {
        return Lists.page(
                all.values().stream()
                        .filter(each -> each.kind() == StructureKind.SCHOOL
                                && withAncestors(each.id()).contains(id))
                        .sorted(Comparator.comparing(Structure::name))
                        .toList(),
                page);
    }

    @Override
    public Page<Structure> children(UUID id, PageRequest page) {
        return Lists.page(
                all.values().stream()
                        .filter(each ->
                                parents.getOrDefault(each.id(), Set.of()).contains(id))
                        .sorted(Comparator.comparing(Structure::kind).thenComparing(Structure::name))
                        .toList(),
                page);
    }

    @Override
    public List<Structure> roots() {
        return all.values().stream()
                .filter(each -> parents.getOrDefault(each.id(), Set.of()).isEmpty())
                .toList();
    }
}
