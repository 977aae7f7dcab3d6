package org.preau.core.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;
import org.preau.api.persistence.Tx;

/** The tree of structures, kept in memory and read again after each change of the directory. Safe on any thread. */
@Component(service = {Structures.class, SqlStructures.class})
public final class SqlStructures implements Structures {
    private final Tx tx;
    private final DirectoryGeneration generation;
    private volatile @Nullable Kept kept;

    private record Kept(long generation, StructureTree tree) {}

    /** Reads nothing yet. */
    @Activate
    public SqlStructures(
            @Reference(target = "(preau.unit=directory)") Tx tx, @Reference DirectoryGeneration generation) {
        this.tx = tx;
        this.generation = generation;
    }

    @Override
    public Optional<Structure> byId(UUID id) {
        return tree().byId(id);
    }

    @Override
    public Optional<Structure> byCode(String code) {
        return tree().byCode(code);
    }

    @Override
    public Set<UUID> withAncestors(UUID id) {
        return tree().withAncestors(id);
    }

    @Override
    public Page<Structure> schoolsBelow(UUID id, PageRequest page) {
        return cut(tree().schoolsBelow(id), page);
    }

    @Override
    public Page<Structure> children(UUID id, PageRequest page) {
        return cut(tree().children(id), page);
    }

    @Override
    public List<Structure> roots() {
        return tree().roots();
    }

    /** The structures and all below them. */
    public Set<UUID> withDescendants(Collection<UUID> ids) {
        return tree().withDescendants(ids);
    }

    private StructureTree tree() {
        long now = generation.now();
        Kept known = kept;
        if (known == null || known.generation() != now) {
            known = new Kept(now, tx.readSql(StructureTree::new));
            kept = known;
        }
        return known.tree();
    }

    private static Page<Structure> cut(List<Structure> all, PageRequest page) {
        int from = Math.min(page.offset(), all.size());
        int to = Math.min(from + page.limit(), all.size());
        return new Page<>(all.subList(from, to), all.size());
    }
}
