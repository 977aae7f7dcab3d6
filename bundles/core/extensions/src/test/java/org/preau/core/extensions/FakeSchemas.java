package org.preau.core.extensions;

import java.util.HashSet;
import java.util.Set;
import org.preau.api.persistence.UnitSchemas;

/** Schemas by name. */
final class FakeSchemas implements UnitSchemas {
    final Set<String> there = new HashSet<>();

    @Override
    public Set<String> names() {
        return Set.copyOf(there);
    }

    @Override
    public long bytes(String unit) {
        return there.contains(unit) ? 8192 : 0;
    }

    @Override
    public void drop(String unit) {
        there.remove(unit);
    }
}
